import { ApiFailure } from '../api';
import { Row, runEach, tallyOf } from './run-each';

const rowsOf = ( ...items: string[] ) => items.map( ( item ) => new Row( item ) );
const still = new AbortController().signal;
const nothing = () => undefined;
const lost = () => new ApiFailure( 'No connection.', 'fetch_error', 0, {} );
const no = ( code = 'counterfoil_conflict', status = 409 ) => new ApiFailure( 'No.', code, status, {} );

test( 'each row says what was done, and one that is refused does not stop the others', async () => {
	const rows = rowsOf( 'a', 'b', 'c' );
	await runEach(
		rows,
		async ( item ) => {
			if ( item === 'b' ) {
				throw no();
			}
			return `sent ${ item }`;
		},
		nothing,
		still
	);
	expect( rows.map( ( { outcome } ) => outcome ) ).toEqual( [
		{ state: 'done', words: 'sent a' },
		{ state: 'refused', words: 'No.' },
		{ state: 'done', words: 'sent c' },
	] );
	expect( tallyOf( rows ) ).toEqual( { all: 3, done: 2, refused: 1, unknown: 0, left: 0 } );
} );

test( 'a try again asks only what got no answer, with the key of the first try', async () => {
	const rows = rowsOf( 'a', 'b', 'c' );
	const keys: Record< string, string[] > = { a: [], b: [], c: [] };
	let isDown = true;
	const work = async ( item: string, intention: Row< string >[ 'intention' ] ) => {
		keys[ item ]?.push( intention.keyFor( item ) );
		if ( item === 'c' ) {
			throw no();
		}
		if ( item === 'b' && isDown ) {
			throw lost();
		}
		return 'sent';
	};
	await runEach( rows, work, nothing, still );
	expect( rows.map( ( { outcome } ) => outcome.state ) ).toEqual( [ 'done', 'unknown', 'refused' ] );
	isDown = false;
	await runEach( rows, work, nothing, still );
	expect( rows.map( ( { outcome } ) => outcome.state ) ).toEqual( [ 'done', 'done', 'refused' ] );
	expect( keys.a ).toHaveLength( 1 );
	expect( keys.b ).toHaveLength( 2 );
	expect( new Set( keys.b ).size ).toBe( 1 );
	expect( keys.c ).toHaveLength( 1 );
} );

test.each( [
	[ 'being worked on already', no( 'counterfoil_in_progress' ) ],
	[ 'too many requests', no( 'too_many', 429 ) ],
	[ 'a broken server', no( 'internal', 500 ) ],
] )( '%s may have been done: it can be tried again', async ( _why, failure ) => {
	const [ row ] = rowsOf( 'a' );
	await runEach( row ? [ row ] : [], () => Promise.reject( failure ), nothing, still );
	expect( row?.outcome.state ).toBe( 'unknown' );
	expect( row?.isOpen ).toBe( true );
} );

test( 'stopped, what was not begun is left, and can be gone on with', async () => {
	const rows = rowsOf( 'a', 'b' );
	const stop = new AbortController();
	const seen: string[] = [];
	const work = async ( item: string ) => {
		seen.push( item );
		stop.abort();
		return 'done';
	};
	await runEach( rows, work, nothing, stop.signal );
	expect( rows.map( ( { outcome } ) => outcome.state ) ).toEqual( [ 'done', 'left' ] );
	await runEach( rows, work, nothing, still );
	expect( seen ).toEqual( [ 'a', 'b' ] );
} );
