import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROOT } from './paths.mjs';
import { adopt, isStopping } from './processes.mjs';

/** A command that ended with another code than 0; `output` is all it printed. */
export class CommandFailed extends Error {
	constructor( command, code, output ) {
		const tail = output.trimEnd().split( '\n' ).slice( -25 ).join( '\n' );
		super( `${ command } ended with ${ code }\n${ tail }` );
		this.code = code;
		this.output = output;
	}
}

/**
 * Runs a command to its end and gives back what it printed.
 *
 * It gets a process group of its own, so that Ctrl-C here ends all of its children too.
 *
 * @param {string}                                                                               command
 * @param {string[]}                                                                             args
 * @param {{cwd?: string, env?: Object<string, string>, input?: string, log?: string, allowFailure?: boolean, unbroken?: string}} options `log`: a file that gets the output while it comes; `unbroken`: the name of what must not be broken off: Ctrl-C waits for it.
 * @return {Promise<{code: number, stdout: string, output: string}>} stdout apart, and stdout with stderr as they came.
 */
export function run( command, args = [], options = {} ) {
	return new Promise( ( done, fail ) => {
		const child = spawn( command, args, {
			cwd: options.cwd ?? ROOT,
			env: { ...process.env, ...options.env },
			stdio: [ options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe' ],
			detached: true,
		} );
		child.unbroken = options.unbroken;
		const release = adopt( child );
		let log;
		if ( options.log ) {
			mkdirSync( dirname( options.log ), { recursive: true } );
			log = createWriteStream( options.log );
		}
		let stdout = '';
		let output = '';
		child.stdout.setEncoding( 'utf8' ).on( 'data', ( text ) => {
			stdout += text;
			output += text;
			log?.write( text );
		} );
		child.stderr.setEncoding( 'utf8' ).on( 'data', ( text ) => {
			output += text;
			log?.write( text );
		} );
		if ( options.input !== undefined ) {
			// Who ends before reading it (a database's client without a server) says why by its code.
			child.stdin.on( 'error', () => {} );
			child.stdin.end( options.input );
		}
		child.on( 'error', ( error ) => {
			release();
			fail( error );
		} );
		child.on( 'close', ( exit, signal ) => {
			release();
			log?.end();
			if ( isStopping() ) {
				// It was ended, it has not failed: nobody is told, nothing follows.
				return;
			}
			const code = exit ?? ( signal ? 128 : 1 );
			if ( code !== 0 && ! options.allowFailure ) {
				fail( new CommandFailed( [ command, ...args ].join( ' ' ).slice( 0, 200 ), signal ?? code, output ) );
				return;
			}
			done( { code, stdout, output } );
		} );
	} );
}

/**
 * @param {string} command
 * @return {Promise<boolean>} Whether it can be found in PATH or the system's folders.
 */
export async function has( command ) {
	const { code } = await run( 'sh', [ '-c', `PATH="$PATH:/usr/sbin:/sbin" command -v ${ command }` ], {
		allowFailure: true,
	} );
	return code === 0;
}
