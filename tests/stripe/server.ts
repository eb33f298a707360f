import { parseArgs } from 'node:util';
import { FakeStripe } from './fake';

const USAGE =
	'node --import tsx tests/stripe --port N [--state FILE] [--webhook-url URL --webhook-secret whsec_…] [--quiet]\n';

async function main(): Promise< void > {
	const { values } = parseArgs( {
		options: {
			port: { type: 'string' },
			state: { type: 'string' },
			'webhook-url': { type: 'string' },
			'webhook-secret': { type: 'string' },
			quiet: { type: 'boolean', default: false },
		},
	} );
	const port = Number( values.port );
	const url = values[ 'webhook-url' ];
	const secret = values[ 'webhook-secret' ];
	if (
		! Number.isInteger( port ) ||
		port < 0 ||
		port > 65535 ||
		( url === undefined ) !== ( secret === undefined )
	) {
		process.stderr.write( USAGE );
		process.exitCode = 2;
		return;
	}
	const fake = await new FakeStripe( {
		port,
		state: values.state,
		webhook: { url, secret },
		log: values.quiet ? undefined : ( line ) => process.stdout.write( `${ line }\n` ),
	} ).start();
	process.stdout.write( `Payment network (test) is ready: ${ fake.origin }\n` );
	let ending = false;
	const end = () => {
		if ( ! ending ) {
			ending = true;
			void fake.stop().then( () => process.exit( 0 ) );
		}
	};
	process.on( 'SIGINT', end );
	process.on( 'SIGTERM', end );
}

main().catch( ( error: unknown ) => {
	process.stderr.write( `${ error instanceof Error ? error.message : String( error ) }\n` );
	process.exitCode = 1;
} );
