import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import type { FormPart } from '../../shared/form/part';
import { TextField } from '../../shared/form/text-field';
import { WebAddressField } from '../../shared/form/web-address-field';
import type { ClientDraft } from './client-draft';

/** The websites of a new client; none at first. */
export function WebsiteRows( { client }: { readonly client: FormPart< ClientDraft > } ) {
	const { websites } = client.values;
	return (
		<>
			{ websites.map( ( _site, index ) => (
				<div key={ index } className="counterfoil-website-row">
					<TextField
						label={ __( 'Website name', 'counterfoil' ) }
						{ ...client.item( 'websites', index ).field( 'name' ) }
					/>
					<WebAddressField
						label={ __( 'Address', 'counterfoil' ) }
						{ ...client.item( 'websites', index ).field( 'url' ) }
					/>
					<Button
						icon={ closeSmall }
						label={ sprintf(
							/* translators: %d: position of a website in the form, 1 is the first */
							__( 'Remove website %d', 'counterfoil' ),
							index + 1
						) }
						onClick={ () => client.set( { websites: websites.filter( ( _other, at ) => at !== index ) } ) }
						__next40pxDefaultSize
					/>
				</div>
			) ) }
			<div>
				<Button
					variant="secondary"
					onClick={ () => client.set( { websites: [ ...websites, { name: '', url: '' } ] } ) }
					__next40pxDefaultSize
				>
					{ websites.length > 0
						? __( 'Add another website', 'counterfoil' )
						: __( 'Add website', 'counterfoil' ) }
				</Button>
			</div>
		</>
	);
}
