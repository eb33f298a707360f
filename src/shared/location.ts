import { useSyncExternalStore } from 'react';

/**
 * Where in the app we are: the part of the address behind `#`, "/invoices?state=overdue". wouter's own
 * hash hook would put the query into the page's address, where WordPress' `?page=` lives.
 */
const current = () => window.location.hash.replace( /^#?\/?/, '/' );

function subscribe( onChange: () => void ) {
	window.addEventListener( 'hashchange', onChange );
	return () => window.removeEventListener( 'hashchange', onChange );
}

/** @param to Location with or without query, "/invoices/12". */
export function navigate( to: string, { replace = false }: { replace?: boolean } = {} ): void {
	if ( ! replace ) {
		window.location.hash = to;
		return;
	}
	window.history.replaceState( null, '', `#${ to }` );
	window.dispatchEvent( new HashChangeEvent( 'hashchange' ) );
}

/** For wouter's Router: path and how to change it. */
export function useHashPath(): [ string, typeof navigate ] {
	return [ useSyncExternalStore( subscribe, () => current().split( '?' )[ 0 ] ?? '/' ), navigate ];
}

/** For wouter's Router: the query, "state=overdue". */
export function useHashSearch(): string {
	return useSyncExternalStore( subscribe, () => current().split( '?' )[ 1 ] ?? '' );
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
		navigate( `${ current().split( '?' )[ 0 ] }${ query ? `?${ query }` : '' }`, { replace: true } );
	};
	return [ filters, change ];
}
