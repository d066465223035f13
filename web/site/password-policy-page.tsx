export function PasswordPolicyPage() {
  return null;
}
