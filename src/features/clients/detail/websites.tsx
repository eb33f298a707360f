import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Client } from '../../../contract/clients';
import { websiteActions } from '../../../domain/websites/actions';
import { AddWebsite } from '../../../domain/websites/website-dialog';
import { ActionMenu } from '../../../shared/actions/action-menu';
import { boot } from '../../../shared/boot';
import { EmptyState } from '../../../shared/empty-state';

/** The websites invoices can be about. */
export function Websites( { client }: { readonly client: Client } ) {
	const [ isAdding, setAdding ] = useState( false );
	const canEdit = boot().can.manageClients;
	const add = canEdit && (
		<Button variant="secondary" onClick={ () => setAdding( true ) } __next40pxDefaultSize>
			{ __( 'Add website', 'counterfoil' ) }
		</Button>
	);
	return (
		<>
			{ client.websites.length === 0 ? (
				<EmptyState
					title={ __( 'No websites yet', 'counterfoil' ) }
					text={ __(
						'Add the client’s websites to show on an invoice which site it is for.',
						'counterfoil'
					) }
					action={ add }
				/>
			) : (
				<section className="counterfoil-panel" aria-labelledby="counterfoil-websites">
					<header className="counterfoil-client__header">
						<h2 id="counterfoil-websites">{ __( 'Websites', 'counterfoil' ) }</h2>
						{ add }
					</header>
					<ul className="counterfoil-contacts">
						{ client.websites.map( ( website ) => (
							<li key={ website.id } className="counterfoil-contacts__row">
								<span className="counterfoil-contacts__who">
									<strong>{ website.name }</strong>
									<a href={ website.url } target="_blank" rel="noreferrer noopener">
										{ website.url }
										<span className="screen-reader-text">
											{ __( '(opens in a new tab)', 'counterfoil' ) }
										</span>
									</a>
								</span>
								<span className="counterfoil-contacts__access">
									{ website.is_used && (
										<a href={ `#/invoices?client_id=${ client.id }&website_id=${ website.id }` }>
											{ __( 'View its invoices', 'counterfoil' ) }
										</a>
									) }
								</span>
								<ActionMenu
									item={ website }
									actions={ websiteActions }
									/* translators: %s: name of a website */
									label={ sprintf( __( 'Actions for %s', 'counterfoil' ), website.name ) }
								/>
							</li>
						) ) }
					</ul>
				</section>
			) }
			{ isAdding && <AddWebsite clientId={ client.id } onClose={ () => setAdding( false ) } /> }
		</>
	);
}
