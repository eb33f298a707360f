/**
 * The REST API for people, from build/openapi.json.
 *
 * @param {Object} openApi
 * @return {string} Markdown.
 */
export function restPage( openApi ) {
	const groups = new Map();
	for ( const [ path, methods ] of Object.entries( openApi.paths ) ) {
		for ( const [ method, operation ] of Object.entries( methods ) ) {
			const [ tag ] = operation.tags;
			groups.set( tag, [ ...( groups.get( tag ) ?? [] ), { path, method: method.toUpperCase(), ...operation } ] );
		}
	}
	const row = ( operation ) =>
		`| \`${ operation.method } ${ operation.path }\` | \`${ operation.operationId }\` | \`${ operation[ 'x-needs' ] }\` | ${ operation.summary } |`;
	return [
		'# REST API',
		'',
		'Generated from `src/contract` by `npm run docs`; `npm test` fails if this page is out of date. The full reference with every field is',
		'`build/openapi.json` (OpenAPI 3.1), created by `npm run build`. WordPress’ own index (`OPTIONS` on a route) has it too.',
		'',
		'All routes are under `/wp-json/counterfoil/v1`. Staff can use a WordPress application password. Contacts of clients use a portal',
		'session. Money is `{ "amount": 2500, "currency": "USD" }` in the smallest unit of the currency. Quantities and rates are decimal',
		'strings. Times are in UTC; dates are in the time zone of the business. A request with an unknown field gets a 400 response that',
		'names the field in `data.fields`. Requests that move money need an `Idempotency-Key` header: sending the same key again has no',
		'further effect and returns the same response.',
		'',
		'Access: `staff:…` requires the capability `counterfoil_…`, `contact:…` a permission of the contact’s role, and `person` any',
		'login. `visitor` is open to anyone, but only from a page of this site. Objects you can’t access return 404, like objects that',
		'don’t exist.',
		...[ ...groups ]
			.sort( ( [ a ], [ b ] ) => ( a < b ? -1 : 1 ) )
			.flatMap( ( [ tag, operations ] ) => [
				'',
				`## ${ tag }`,
				'',
				'| Route | Operation | Access | Description |',
				'| --- | --- | --- | --- |',
				...operations.map( row ),
			] ),
		'',
	].join( '\n' );
}
