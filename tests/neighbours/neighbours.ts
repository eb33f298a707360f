import {
	failuresTellNothing,
	nothingIsKept,
	oldLinksLeadOn,
	strangersLockNobodyOut,
	theDisabledStayOut,
	theLogoIsShown,
	whatIsCleanedAwayComesBack,
} from './afterwards';
import { failedSave } from './failed-save';
import type { Place } from './place';
import { blocksElsewhere } from './places-of-blocks';
import { mailLeavesAtOnce, nobodyWaitsForMail, nobodyWaitsForTheGateway } from './silence';
import { walksBelowAFolder } from './subdirectory';
import type { Routes, Walked } from './walk';

/** Somebody who shares the site with us, imitated by the hook or the drop-in that they use. */
export interface Neighbour {
	readonly name: string;
	readonly moveIn: ( place: Place ) => void | Promise< void >;
	/** Whom our routes answer beside them; everybody unless said otherwise. */
	readonly routes?: Routes;
	/** What else has to hold, after the walk. */
	readonly afterwards?: ( place: Place, walked: Walked ) => Promise< void >;
}

const plugin = ( file: string ) => ( place: Place ) => place.moveIn( file );
const pluginOfAddresses = ( file: string ) => async ( place: Place ) => {
	place.moveIn( file );
	await place.readRulesAnew();
};

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
	{ name: 'REST for staff only, refused with a page', moveIn: plugin( 'closed-rest-html.php' ), routes: 'staff' },
	{ name: 'another name for wp-json', moveIn: pluginOfAddresses( 'renamed-rest.php' ) },
	{ name: 'an HTML minifier around every answer', moveIn: plugin( 'html-minifier.php' ) },
	{ name: 'a byte order mark, blank lines and remarks', moveIn: plugin( 'output-spoilers.php' ) },
	{ name: 'compression by PHP', moveIn: plugin( 'compression.php' ) },
	{
		name: 'a persistent object cache',
		moveIn: ( place ) => place.moveIn( 'object-cache.php', 'object-cache.php' ),
		afterwards: failedSave,
	},
	{ name: 'a cache that keeps every page', moveIn: plugin( 'page-cache.php' ), afterwards: nothingIsKept },
	{ name: 'disabled accounts', moveIn: plugin( 'guard.php' ), afterwards: theDisabledStayOut },
	{ name: 'a security plugin', moveIn: plugin( 'security.php' ) },
	{ name: 'plain permalinks', moveIn: pluginOfAddresses( 'plain-permalinks.php' ) },
	{ name: 'index.php in every address', moveIn: pluginOfAddresses( 'index-permalinks.php' ) },
	{ name: 'a plugin that cleans up', moveIn: plugin( 'cleaner.php' ), afterwards: whatIsCleanedAwayComesBack },
	{
		name: 'pictures become WebP',
		moveIn: async ( place ) => {
			place.moveIn( 'webp-converter.php' );
			await place.staff.openApp();
			await place.uploadLogo();
		},
		afterwards: theLogoIsShown,
	},
	{ name: 'a database that fails', moveIn: plugin( 'breaking-database.php' ), afterwards: failuresTellNothing },
];

/** What does not change the walk: asked about once, by whoever has walked already. What others would notice comes last. */
export const CIRCUMSTANCES: ReadonlyArray< { name: string; hold: NonNullable< Neighbour[ 'afterwards' ] > } > = [
	{ name: 'editors who put blocks elsewhere', hold: blocksElsewhere },
	{ name: 'a cron that dies', hold: mailLeavesAtOnce },
	{ name: 'WordPress in a folder', hold: walksBelowAFolder },
	{ name: 'an owner who renames pages', hold: oldLinksLeadOn },
	{ name: 'a mail server that hangs', hold: nobodyWaitsForMail },
	{ name: 'a gateway that hangs', hold: nobodyWaitsForTheGateway },
	{ name: 'a proxy behind which all have one address', hold: strangersLockNobodyOut },
];
