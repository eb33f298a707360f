import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import { TextField } from '../../shared/text-field';
import { WebAddressField } from '../../shared/web-address-field';

interface Site {
	name: string;
	url: string;
}

interface Props {
	readonly websites: readonly Site[];
	readonly errorOf: ( index: number, name: keyof Site ) => string | undefined;
	readonly onChange: ( websites: Site[] ) => void;
}

/** The websites of a new client; none at first. */
export function WebsiteRows( { websites, errorOf, onChange }: Props ) {
	const set = ( index: number, changes: Partial< Site > ) =>
		onChange( websites.map( ( site, at ) => ( at === index ? { ...site, ...changes } : site ) ) );
	return (
		<>
			{ websites.map( ( site, index ) => (
				<div key={ index } className="counterfoil-website-row">
					<TextField
						label={ __( 'Website’s name', 'counterfoil' ) }
						value={ site.name }
						error={ errorOf( index, 'name' ) }
						onChange={ ( name ) => set( index, { name } ) }
					/>
					<WebAddressField
						label={ __( 'Address', 'counterfoil' ) }
						value={ site.url }
						error={ errorOf( index, 'url' ) }
						onChange={ ( url ) => set( index, { url } ) }
					/>
					<Button
						icon={ closeSmall }
						label={ sprintf(
							/* translators: %d: position of a website in the form, 1 is the first */
							__( 'Remove website %d', 'counterfoil' ),
							index + 1
						) }
						onClick={ () => onChange( websites.filter( ( _site, at ) => at !== index ) ) }
						__next40pxDefaultSize
					/>
				</div>
			) ) }
			<div>
				<Button
					variant="secondary"
					onClick={ () => onChange( [ ...websites, { name: '', url: '' } ] ) }
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
