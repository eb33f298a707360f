const { execFile } = require( 'node:child_process' );
const { join } = require( 'node:path' );
const { promisify } = require( 'node:util' );

const PORTS = join( __dirname, '../../scripts/lib/ports.mjs' );

/** As `npm start` does, before any of its servers listens. */
const SCRIPT = `import( ${ JSON.stringify( PORTS ) } ).then( async ( { freePort } ) => {
	const ports = [ await freePort( 21480 ), await freePort( 21480 ) ];
	process.stdout.write( JSON.stringify( ports ) );
	// Until all of them have looked.
	process.stdin.resume();
	process.stdin.once( 'end', () => process.exit() );
} )`;

test( 'those that are started in the same moment are given ports of their own', async () => {
	const running = [ 1, 2, 3 ].map( () => promisify( execFile )( process.execPath, [ '-e', SCRIPT ] ) );
	await Promise.all( running.map( ( { child } ) => new Promise( ( next ) => child.stdout.once( 'data', next ) ) ) );
	running.forEach( ( { child } ) => child.stdin.end() );
	const given = ( await Promise.all( running ) ).flatMap( ( { stdout } ) => JSON.parse( stdout ) );

	expect( given ).toHaveLength( 6 );
	expect( new Set( given ).size ).toBe( 6 );
} );
