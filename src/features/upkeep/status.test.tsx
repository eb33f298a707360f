import { render, screen, within } from '@testing-library/react';
import StatusSettings from './status';

jest.mock( '../../shared/store', () => ( {
	useRead: () => ( {
		data: {
			items: [
				{
					id: 'work',
					status: 'critical',
					label: 'Scheduled tasks aren’t running',
					text: 'Ask your host.',
					action: '',
					url: '',
					readings: [ { label: 'Tasks waiting', value: '12' } ],
				},
				{
					id: 'mail',
					status: 'recommended',
					label: 'Emails wait',
					text: 'Look at the log.',
					action: 'Open the email log',
					url: 'https://site.test/wp-admin/admin.php?page=counterfoil#/settings/emails',
					readings: [],
				},
			],
		},
	} ),
} ) );

describe( 'StatusSettings', () => {
	it( 'says of each what was found, by what, and what to do', () => {
		render( <StatusSettings /> );
		const [ work, mail ] = screen.getAllByRole( 'listitem' ).map( ( item ) => within( item ) );
		expect( work?.getByText( 'Fix now' ) ).not.toBeNull();
		expect( work?.getByText( 'Ask your host.' ) ).not.toBeNull();
		expect( work?.getByRole( 'definition' ).textContent ).toBe( '12' );
		expect( work?.queryByRole( 'link' ) ).toBeNull();
		expect( mail?.getByText( 'Needs attention' ) ).not.toBeNull();
		expect( mail?.getByRole( 'link', { name: 'Open the email log' } ).getAttribute( 'href' ) ).toContain(
			'#/settings/emails'
		);
	} );
} );
