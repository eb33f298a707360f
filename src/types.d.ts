/** Styles are compiled by webpack beside the script; importing them has no value. */
declare module '*.scss';
declare module '*.css';
