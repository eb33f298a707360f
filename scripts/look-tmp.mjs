import { readFileSync, mkdirSync } from 'node:fs';
import { Camera } from './screenshots/camera.mjs';
import { adminPage, ask } from './screenshots/admin-page.mjs';
const stand = JSON.parse( readFileSync( '/tmp/me/stand.json', 'utf8' ) );
mkdirSync( '/tmp/me/pics', { recursive: true } );
const camera = await Camera.open( stand, '/tmp/me/pics', process.argv.slice( 2 ) );
const page = await adminPage( camera, stand );
const list = await ask( page, 'subscriptions?per_page=20' );
console.log( list.items.map( ( { id, name, state, amount, next_on } ) => [ id, name, state, amount.amount, next_on ].join( ' | ' ) ).join( '\n' ) );
const id = list.items.find( ( { state } ) => state === 'active' ).id;
const go = ( hash ) => async ( p ) => { await p.goto( `${ stand.admin.url }#${ hash }` ); await p.reload(); await p.locator( 'h1' ).first().waitFor(); await p.waitForLoadState( 'networkidle' ); };
await camera.take( page, 'subscription', go( `/subscriptions/${ id }` ) );
await camera.take( page, 'change', async ( p ) => {
	await go( `/subscriptions/${ id }/change` )( p );
	await p.getByLabel( 'Unit price' ).first().fill( '250' );
	await p.getByText( 'From', { exact: false } ).last().waitFor();
	await p.waitForTimeout( 1500 );
} );
await camera.take( page, 'cancel', async ( p ) => {
	await go( `/subscriptions/${ id }` )( p );
	await p.getByRole( 'button', { name: 'Actions for this subscription' } ).click();
	await p.getByRole( 'menuitem', { name: 'Cancel…' } ).click();
	await p.getByRole( 'radio', { name: 'Now' } ).click();
	await p.getByRole( 'radio', { name: 'Credit and refund' } ).waitFor();
} );
await camera.take( page, 'planned', async ( p ) => {
	await go( `/subscriptions/${ id }/change` )( p );
	await p.getByLabel( 'Unit price' ).first().fill( '250' );
	await p.getByRole( 'radio', { name: 'From the next period' } ).click();
	const b = p.getByRole( 'button', { name: 'Change subscription' } );
	if ( await b.isEnabled() && ( await b.getAttribute( 'aria-disabled' ) ) !== 'true' ) { await b.click(); await p.waitForURL( /subscriptions\/\d+$/ ); } else { await go( `/subscriptions/${ id }` )( p ); }
	await p.getByRole( 'button', { name: 'Withdraw change' } ).waitFor();
} );
await camera.close?.();
process.exit( 0 );
