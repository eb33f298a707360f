/** Styles are compiled by webpack beside the script; importing them has no value. */
declare module '*.scss';
declare module '*.css';

/** Every route's method and path; made of src/contract by the build. */
declare module '*/contract/index.json' {
	const routes: ReadonlyArray< { id: string; method: string; path: string; status: number; idempotent: boolean } >;
	export default routes;
}
