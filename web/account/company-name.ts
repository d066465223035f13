/** The name of a business with its legal form, which many write into the name already. */
export function companyName({ name, legalForm }: { readonly name: string; readonly legalForm: string }): string {
  return name.toLowerCase().includes(legalForm.toLowerCase()) ? name : `${name} ${legalForm}`;
}
