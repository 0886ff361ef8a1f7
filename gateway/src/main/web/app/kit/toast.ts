/** A short word on what was just done, which the shell shows for some seconds and reads out. */
export function toast(message: string): void {
  window.dispatchEvent(new CustomEvent<string>('toast', {detail: message}));
}
