import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useSyncExternalStore } from 'react';

/**
 * Where in the app we are: the part of the address behind `#`, "/invoices?state=overdue". wouter's own
 * hash hook would put the query into the page's address, where WordPress' `?page=` lives.
 */
const written = () => ( isOurs() ? window.location.hash.slice( 1 ) : '/' );

/** WordPress' own links to parts of its page ("Skip to main content") have no slash. */
const isOurs = () => window.location.hash.startsWith( '#/' );

/** What is shown; the address may be ahead of it while somebody is asked whether to leave. */
let shown = written();
/** Where the app itself goes: it knows what it does, so nobody is asked. */
let ordered: string | null = null;
let unsaved = 0;
let moves = 0;

/** Whether another screen was shown before this one. */
export const hasMoved = (): boolean => moves > 0;

const listeners = new Set< () => void >();

/** What WordPress' "Skip to main content" points to. */
const MAIN = '#wpbody-content';

const pathOf = ( location: string ) => location.split( '?' )[ 0 ] ?? '/';

/** Where somebody has been already: the browser goes back there with its own scroll position. */
const SEEN = { seen: true };
window.history.replaceState( SEEN, '' );

function show( location: string ): void {
	// A new screen begins at its top; the next page of a filtered list stays where it is.
	if ( window.history.state === null ) {
		window.history.replaceState( SEEN, '' );
		if ( pathOf( location ) !== pathOf( shown ) ) {
			window.scrollTo( 0, 0 );
		}
	}
	moves++;
	shown = location;
	listeners.forEach( ( listener ) => listener() );
}

/** "Skip to main content" leads into the screen, and no link to a part of WordPress' page is taken for one of ours. */
document.addEventListener( 'click', ( event ) => {
	const link = event.target instanceof Element ? event.target.closest< HTMLAnchorElement >( 'a[href^="#"]' ) : null;
	if ( link?.hash === MAIN ) {
		event.preventDefault();
		// One selector for both would find the frame: it comes first in the page.
		const heading = document.querySelector< HTMLElement >( '.counterfoil-screen h1' );
		( heading ?? document.getElementById( 'counterfoil' ) )?.focus();
	}
} );

window.addEventListener( 'hashchange', () => {
	if ( window.location.hash !== '' && ! isOurs() ) {
		window.history.replaceState( SEEN, '', `#${ shown }` );
		return;
	}
	const next = written();
	const isOrdered = next === ordered;
	ordered = null;
	if ( next === shown ) {
		return;
	}
	// Links and the browser's own buttons alike.
	if ( ! isOrdered && unsaved > 0 && ! mayLeave() ) {
		window.history.pushState( SEEN, '', `#${ shown }` );
		return;
	}
	show( next );
} );

function mayLeave(): boolean {
	const question = __( 'You have unsaved changes. Leave this page anyway?', 'counterfoil' );
	// eslint-disable-next-line no-alert -- only the browser's own question can hold the page
	return window.confirm( question );
}

/** @param to Location with or without query, "/invoices/12". */
export function navigate( to: string, { replace = false }: { replace?: boolean } = {} ): void {
	if ( replace ) {
		window.history.replaceState( SEEN, '', `#${ to }` );
		show( to );
		return;
	}
	ordered = to;
	window.location.hash = to;
}

/** Goes on to another screen when this one is shown, because what it shows is about to go. */
export function leave( path: string, to: string ): void {
	if ( pathOf( shown ) === path ) {
		navigate( to );
	}
}

/** Asks before another screen is opened, or the page is left, while something is not saved. */
export function useUnsavedGuard( isUnsaved: boolean ): void {
	useEffect( () => {
		if ( ! isUnsaved ) {
			return;
		}
		const onUnload = ( event: BeforeUnloadEvent ) => event.preventDefault();
		unsaved++;
		window.addEventListener( 'beforeunload', onUnload );
		return () => {
			unsaved--;
			window.removeEventListener( 'beforeunload', onUnload );
		};
	}, [ isUnsaved ] );
}

function subscribe( listener: () => void ) {
	listeners.add( listener );
	return () => {
		listeners.delete( listener );
	};
}

/** For wouter's Router: path and how to change it. */
export function useHashPath(): [ string, typeof navigate ] {
	return [ useSyncExternalStore( subscribe, () => pathOf( shown ) ), navigate ];
}

/** For wouter's Router: the query, "state=overdue". */
export function useHashSearch(): string {
	return useSyncExternalStore( subscribe, () => shown.split( '?' )[ 1 ] ?? '' );
}

/**
 * The filters of a list, kept in the address, so that a filtered list can be linked to and returned to.
 * An empty value is left out.
 */
export function useFilters(): [ Readonly< Record< string, string > >, ( changes: Record< string, string > ) => void ] {
	const search = useHashSearch();
	const filters = Object.fromEntries( new URLSearchParams( search ) );
	const change = ( changes: Record< string, string > ) => {
		const next = Object.entries( { ...filters, ...changes } ).filter( ( [ , value ] ) => value !== '' );
		const query = new URLSearchParams( next ).toString();
		navigate( `${ pathOf( shown ) }${ query ? `?${ query }` : '' }`, { replace: true } );
	};
	return [ filters, change ];
}
