import { parseArgs } from 'node:util';

/**
 * The options of a command line. One that does not exist ends the script with a line that says so, and the usage.
 *
 * @param {import('node:util').ParseArgsConfig['options']} options As parseArgs takes them.
 * @param {string}                                         usage   One line.
 * @return {Object<string, any>} The values.
 */
export function flagsOf( options, usage ) {
	try {
		return parseArgs( { options } ).values;
	} catch ( error ) {
		return refuse( `${ error.message.split( '. ' )[ 0 ] }\n${ usage }` );
	}
}

/**
 * @param {string} message
 * @return {never} It ends the process.
 */
export function refuse( message ) {
	process.stderr.write( `${ message }\n` );
	process.exit( 2 );
}
