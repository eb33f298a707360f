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
		'Made from `src/contract` by `npm run docs`; `npm test` fails when it is out of date. The whole of it, with every field, is',
		'`build/openapi.json` (OpenAPI 3.1) after `npm run build`; WordPress’ own index (`OPTIONS` on a route) shows it too.',
		'',
		'Everything lies below `/wp-json/counterfoil/v1`. Staff may use an application password of WordPress; contacts of clients have a',
		'session of the portal. Money is `{ "amount": 2500, "currency": "USD" }` in the currency’s smallest unit; quantities and rates are',
		'decimal strings; moments are UTC; days are days of the business. An unknown field is refused with a 400 that names it in',
		'`data.fields`. Commands that move money take an `Idempotency-Key` header: the same key twice is one effect and one answer.',
		'',
		'What a caller needs: `staff:…` is the capability `counterfoil_…`; `contact:…` a permission of the contact’s role; `person` anybody',
		'who is logged in; `visitor` anybody, from a page of this site. What isn’t yours is answered like what does not exist: 404.',
		...[ ...groups ]
			.sort( ( [ a ], [ b ] ) => ( a < b ? -1 : 1 ) )
			.flatMap( ( [ tag, operations ] ) => [
				'',
				`## ${ tag }`,
				'',
				'| route | operation | needs | what it does |',
				'| --- | --- | --- | --- |',
				...operations.map( row ),
			] ),
		'',
	].join( '\n' );
}
