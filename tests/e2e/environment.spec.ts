import { expect, test } from '@wordpress/e2e-test-utils-playwright';
import { stand } from './stand';

test.describe( 'The site the tests run on', () => {
	test( 'wp-admin opens for the administrator', async ( { admin, page } ) => {
		await admin.visitAdminPage( 'plugins.php' );

		await expect( page.getByRole( 'heading', { name: 'Plugins', level: 1 } ) ).toBeVisible();
		await expect( page.getByRole( 'row', { name: /Counterfoil/ } ) ).toHaveClass( /\bactive\b/ );
	} );

	test( 'a mail that WordPress sends arrives in the catcher', async ( { requestUtils } ) => {
		const address = `new-${ Date.now() }@example.test`;
		await requestUtils.rest( {
			method: 'POST',
			path: '/wp/v2/users',
			data: {
				username: address.split( '@' )[ 0 ],
				email: address,
				password: 'a long password',
				roles: [ 'subscriber' ],
			},
		} );
		await fetch( `${ stand().site }/wp-login.php?action=lostpassword`, {
			method: 'POST',
			body: new URLSearchParams( { user_login: address } ),
			redirect: 'manual',
		} );

		await expect
			.poll( async () => JSON.stringify( await ( await fetch( `${ stand().mail.api }/email` ) ).json() ) )
			.toContain( address );
	} );
} );
