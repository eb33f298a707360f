import { AGENCY } from './screens/agency';
import { PORTAL } from './screens/portal';
import { SUBSCRIPTIONS } from './screens/subscriptions';
import { test } from './screens/kept-open';
import { expect, inspect } from './test';

/** One line a screen. A new screen gets a line here; the walks in the other files look at nothing but what happens. */
const SCREENS = [ ...AGENCY, ...SUBSCRIPTIONS, ...PORTAL ];

test.describe( 'Screens', () => {
	// Each has what it needs of its own.
	test.describe.configure( { mode: 'parallel' } );

	for ( const [ at, name, open ] of SCREENS ) {
		test( `${ name } can be read by everybody, on a desk and on a phone`, async ( {
			agency,
			app,
			mailbox,
			page,
			stripe,
			visitor,
			watch,
		} ) => {
			await open( { agency, app, mailbox, page, stripe, visitor, watch } );
			const shown = { page, visitor }[ at ];
			await expect( shown ).toHaveTitle( /\S/ );
			await inspect( shown, name );
		} );
	}
} );
