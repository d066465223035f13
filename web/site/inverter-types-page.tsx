export function InverterTypesPage() {
  return null;
}
