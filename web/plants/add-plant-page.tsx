export function AddPlantPage() {
  return null;
}
