/**
 * Sidelight's logo, the same as `icons/icon.svg`.
 * @returns an `svg` that is hidden from assistive technology: the name is beside it
 */
export function Logo() {
  return (
    <svg class="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <rect width="16" height="16" rx="3" fill="#9db4be" />
      <path fill="#1b3440" d="M6 1h7a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H6z" />
      <path fill="#f4ae28" d="M3 1h3v14H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z" />
      <path fill="#ffc95e" d="M1 8l5-5v4l-5 5z" />
      <path fill="#b4c5cd" d="M8 3h5v2H8zM8 11h4v2H8z" />
      <path fill="#fff6e0" d="M8 7h5v2H8z" />
    </svg>
  );
}
