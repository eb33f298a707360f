/**
 * Asks every route of every site in turn, round after round: whatever else the machine does meanwhile falls
 * on all of them alike.
 *
 * @param {import('./site.mjs').BenchSite[]} sites
 * @param {import('./routes.mjs').Route[]}   routes
 * @param {number}                           runs
 * @return {Promise<Map<string, {ms: number, queries: number}>>} The medians, by `key()`.
 */
export async function measure( sites, routes, runs ) {
	const times = new Map();
	const queries = new Map();
	const warmUp = 3;
	for ( let round = -warmUp; round < runs; round++ ) {
		for ( const route of routes ) {
			// Each begins as often as the other.
			for ( const site of round % 2 === 0 ? sites : [ ...sites ].reverse() ) {
				const { ms, count } = await once( site, route );
				if ( round >= 0 ) {
					const id = key( site, route );
					times.set( id, [ ...( times.get( id ) ?? [] ), ms ] );
					queries.set( id, count );
				}
			}
		}
	}
	return new Map(
		[ ...times ].map( ( [ id, each ] ) => [ id, { ms: median( each ), queries: queries.get( id ) } ] )
	);
}

export const key = ( site, route ) => `${ site.count } ${ route.name }`;

async function once( site, route ) {
	const body = route.body?.( site );
	const begin = performance.now();
	const response = await fetch( `${ site.url }/wp-json${ route.path( site ) }`, {
		method: body ? 'POST' : 'GET',
		headers: { ...site.headers[ route.as ], ...( body ? { 'Content-Type': 'application/json' } : {} ) },
		...( body ? { body: JSON.stringify( body ) } : {} ),
	} );
	const text = await response.text();
	const ms = performance.now() - begin;
	if ( ! response.ok ) {
		throw new Error( `${ route.name }: ${ response.status } ${ text.slice( 0, 300 ) }` );
	}
	return { ms, count: Number( response.headers.get( 'X-Bench-Queries' ) ) };
}

export function median( values ) {
	const sorted = [ ...values ].sort( ( a, b ) => a - b );
	const middle = Math.floor( sorted.length / 2 );
	return sorted.length % 2 ? sorted[ middle ] : ( sorted[ middle - 1 ] + sorted[ middle ] ) / 2;
}
