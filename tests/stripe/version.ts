/** The version the fake follows when a request names none; the newest when its OpenAPI was published. */
export const API_VERSION = '2025-09-30.clover';

/** `2022-11-15` or, since 2024, with the name of the release: `2025-09-30.clover`. */
export const VERSION_PATTERN = /^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/;
