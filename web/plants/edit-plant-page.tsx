export function EditPlantPage() {
  return null;
}
