/** Styles are compiled by webpack beside the script; importing them has no value. */
declare module '*.scss';
declare module '*.css';

/** Every route's method and path; made of src/contract by the build. */
declare module '*/contract/routes.json' {
	const routes: ReadonlyArray< { id: string; method: string; path: string; idempotent: boolean } >;
	export default routes;
}
