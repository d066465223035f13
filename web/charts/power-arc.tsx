/** Half circle filled to `share` (0 to 1) of nominal power; the figure beside it says the same. */
export function PowerArc({ share }: { readonly share: number }) {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * 100);
  const half = 'M8 48a38 38 0 0176 0';
  return (
    <svg className="power-arc" width="92" height="54" viewBox="0 0 92 54" aria-hidden="true">
      <path className="ground" d={half} />
      {filled > 0 && <path className="filled" d={half} pathLength="100" strokeDasharray={`${filled} 100`} />}
    </svg>
  );
}
