import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * Everything that this process started and that has to end with it.
 *
 * Each child leads a process group of its own: PHP's built-in server leaves its workers
 * alive when only the parent is ended, so the group is ended instead.
 */
const alive = new Set();
let guarded = false;
let stopping = false;

/** @return {boolean} Whether everything is being ended: what a command says from now on, it says because of that. */
export const isStopping = () => stopping;

function endAll( signal = 'SIGTERM' ) {
	for ( const child of alive ) {
		if ( ! child.unbroken ) {
			endGroup( child.pid, signal );
		}
	}
}

export function endGroup( pid, signal = 'SIGTERM' ) {
	try {
		process.kill( -pid, signal );
	} catch {
		// It has ended by itself.
	}
}

function guard() {
	if ( guarded ) {
		return;
	}
	guarded = true;
	process.on( 'exit', () => endAll( 'SIGTERM' ) );
	for ( const signal of [ 'SIGINT', 'SIGTERM', 'SIGHUP' ] ) {
		process.on( signal, async () => {
			await stopAll();
			process.exit( signal === 'SIGINT' ? 130 : 143 );
		} );
	}
}

/**
 * Has a child (spawned `detached`) ended together with this process.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @return {() => void} Call it when the child has ended by itself.
 */
export function adopt( child ) {
	guard();
	alive.add( child );
	return () => alive.delete( child );
}

/**
 * Ends every child; whoever has not ended after three seconds is ended the hard way. A child that must not be
 * broken off is waited for.
 */
export async function stopAll() {
	stopping = true;
	for ( const { unbroken } of alive ) {
		if ( unbroken ) {
			process.stderr.write( `Waiting for ${ unbroken } to finish …\n` );
		}
	}
	await Promise.all( [ ...alive ].map( ( child ) => stop( child ) ) );
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {number}                                    patience Milliseconds.
 */
export async function stop( child, patience = child.patience ?? 3000 ) {
	const ended = new Promise( ( done ) => {
		if ( child.exitCode !== null || child.signalCode !== null ) {
			done();
		} else {
			child.once( 'exit', done );
		}
	} );
	if ( child.unbroken ) {
		await ended;
		return;
	}
	endGroup( child.pid, 'SIGTERM' );
	const hard = setTimeout( () => endGroup( child.pid, 'SIGKILL' ), patience );
	await ended;
	clearTimeout( hard );
	// Workers that outlive their parent are still members of the group.
	endGroup( child.pid, 'SIGKILL' );
	alive.delete( child );
}

/**
 * Starts a server: in the background, in a group of its own, its output in a file.
 *
 * @param {string}                                                               command
 * @param {string[]}                                                             args
 * @param {{log: string, cwd?: string, env?: Object<string, string>, keep?: boolean, patience?: number}} options `keep`: goes on after this process has ended; `patience`: milliseconds it may take to end.
 * @return {import('node:child_process').ChildProcess} The group's leader.
 */
export function start( command, args, options ) {
	mkdirSync( dirname( options.log ), { recursive: true } );
	const log = openSync( options.log, 'a' );
	const child = spawn( command, args, {
		cwd: options.cwd ?? ROOT,
		env: { ...process.env, ...options.env },
		stdio: [ 'ignore', log, log ],
		detached: true,
	} );
	child.on( 'error', () => {
		// `until` sees that it is not running and shows the log.
	} );
	if ( options.keep ) {
		child.unref();
	} else {
		const release = adopt( child );
		child.on( 'exit', release );
	}
	child.log = options.log;
	child.patience = options.patience;
	return child;
}

/**
 * Waits for a condition, and gives up at once when the process it depends on has ended.
 *
 * @param {() => Promise<boolean>|boolean}            condition
 * @param {{what: string, child?: import('node:child_process').ChildProcess & {log?: string}, timeout?: number}} options Timeout in milliseconds.
 */
export async function until( condition, { what, child, timeout = 30000 } ) {
	const end = Date.now() + timeout;
	for (;;) {
		try {
			if ( await condition() ) {
				return;
			}
		} catch {
			// Not there yet.
		}
		const gone = child && ( child.pid === undefined || child.exitCode !== null );
		if ( gone || Date.now() > end ) {
			const log = child?.log
				? `\n${ readFileSync( child.log, 'utf8' ).split( '\n' ).slice( -20 ).join( '\n' ) }`
				: '';
			throw new Error( `${ what } ${ gone ? 'ended while starting' : 'did not answer in time' }${ log }` );
		}
		await new Promise( ( next ) => setTimeout( next, 50 ) );
	}
}
