import type { Place } from './place';
import type { Routes } from './walk';

/** Somebody who shares the site with us, imitated by the hook or the drop-in that they use. */
export interface Neighbour {
	readonly name: string;
	readonly moveIn: ( place: Place ) => void;
	/** Whom our routes answer beside them; everybody unless said otherwise. */
	readonly routes?: Routes;
}

const plugin = ( file: string ) => ( place: Place ) => place.moveIn( file );

export const NEIGHBOURS: readonly Neighbour[] = [
	{ name: 'nobody', moveIn: () => undefined },
	{
		name: 'a queue that sends mail in a later request',
		moveIn: ( place ) => {
			place.moveIn( 'mail-queue.php' );
			place.sendsMailAt( '/?neighbour_sends=1' );
		},
	},
	{ name: 'REST for logged-in users only', moveIn: plugin( 'closed-rest-json.php' ), routes: 'users' },
	{ name: 'an HTML minifier around every answer', moveIn: plugin( 'html-minifier.php' ) },
	{ name: 'a byte order mark, blank lines and remarks', moveIn: plugin( 'output-spoilers.php' ) },
	{ name: 'compression by PHP', moveIn: plugin( 'compression.php' ) },
];
