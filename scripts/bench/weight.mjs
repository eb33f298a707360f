/**
 * Processor time, pair by pair in turn: what a request costs with us and without us, and what our list costs beside a
 * route of ours that does nothing. Time on the clock depends on what else the machine does; this hardly.
 */
import { median } from './measure.mjs';

/**
 * @typedef {Object} Pair
 * @property {string} name
 * @property {number} most  How often as much the first may cost as the second.
 * @property {(site: import('./site.mjs').BenchSite) => [Ask, Ask]} ask
 *
 * @typedef {{path: string, headers?: Object<string, string>}} Ask
 */

const WITHOUT = { 'X-Bench-Without': '1' };

/** @type {Pair[]} */
export const PAIRS = [
	{
		name: 'a page of the site, with us / without',
		most: 1.03,
		ask: () => [ { path: '/' }, { path: '/', headers: WITHOUT } ],
	},
	{
		name: 'a route of WordPress, with us / without',
		most: 1.05,
		ask: () => [ { path: '/wp-json/wp/v2/types' }, { path: '/wp-json/wp/v2/types', headers: WITHOUT } ],
	},
	{
		name: 'our list of 20 / our route that does nothing',
		most: 1.15,
		ask: ( site ) => [
			{ path: '/wp-json/counterfoil/v1/invoices?per_page=20', headers: site.headers.staff },
			{ path: '/wp-json/counterfoil/v1/bench/nothing', headers: site.headers.staff },
		],
	},
];

/**
 * @param {import('./site.mjs').BenchSite} site
 * @param {number}                         rounds
 * @return {Promise<Array<Pair & {first: number, second: number, ratio: number}>>} Medians in milliseconds; the ratio is the median of the rounds' own.
 */
export async function weigh( site, rounds ) {
	const times = PAIRS.map( () => [ [], [], [] ] );
	for ( let round = -5; round < rounds; round++ ) {
		for ( const [ index, pair ] of PAIRS.entries() ) {
			const [ first, second ] = pair.ask( site );
			// Each begins as often as the other.
			const both =
				round % 2 === 0
					? [ await spent( site, first ), await spent( site, second ) ]
					: [ await spent( site, second ), await spent( site, first ) ].reverse();
			if ( round >= 0 ) {
				times[ index ][ 0 ].push( both[ 0 ] );
				times[ index ][ 1 ].push( both[ 1 ] );
				times[ index ][ 2 ].push( both[ 0 ] / both[ 1 ] );
			}
		}
	}
	return PAIRS.map( ( pair, index ) => {
		const [ first, second, ratio ] = times[ index ].map( median );
		return { ...pair, first, second, ratio };
	} );
}

/** @return {Promise<number>} Milliseconds of the processor. */
async function spent( site, { path, headers = {} } ) {
	const response = await fetch( site.url + path, { headers } );
	const text = await response.text();
	const cpu = text.match( /@cpu (\d+)@/ );
	if ( ! response.ok || ! cpu ) {
		throw new Error( `${ path }: ${ response.status } ${ text.slice( -300 ) }` );
	}
	return Number( cpu[ 1 ] ) / 1000;
}
