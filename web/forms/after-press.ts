let isPressed = false;

// On a touch screen a press comes after the finger has left, in mouse events that the browser makes of it.
addEventListener('mousedown', () => (isPressed = true), { capture: true });
addEventListener('mouseup', () => (isPressed = false), { capture: true });

/**
 * Does something at once, or, while a button of the mouse is down, after the click that comes of it: a line that appears
 * between press and release would move what is pressed from under the pointer.
 */
export function afterPress(act: () => void): void {
  if (!isPressed) return act();
  const later = () => setTimeout(act);
  addEventListener('mouseup', later, { capture: true, once: true });
}
