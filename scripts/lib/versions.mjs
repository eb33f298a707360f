/**
 * What is downloaded outside of npm and Composer, pinned.
 *
 * The SQLite plugin travels inside of npm's @wp-playground/cli, which is never installed, only unpacked.
 */
export const WORDPRESS = '7.1.4';
export const PLAYGROUND_CLI = '3.1.56';
