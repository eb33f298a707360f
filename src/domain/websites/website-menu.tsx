import { DropdownMenu, MenuGroup, MenuItem } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { moreVertical } from '@wordpress/icons';
import type { Website } from '../../contract/websites';
import { useConfirm } from '../../shared/confirm';
import { Problem } from '../../shared/problem';
import { useCommand } from '../../shared/store';
import { toast } from '../../shared/toasts';

/** A website that is on an invoice stays; the others can be deleted. */
export function WebsiteMenu( { website, onEdit }: { readonly website: Website; readonly onEdit: () => void } ) {
	const remove = useCommand( 'websites.delete' );
	const { ask, dialog } = useConfirm();
	const removeIt = async () => {
		if ( await remove.run( { params: { id: website.id } } ) ) {
			toast( __( 'Website deleted.', 'counterfoil' ) );
		}
	};
	const askRemove = () =>
		ask( {
			text: sprintf(
				/* translators: %s: name of a website */
				__( 'Delete the website “%s”? This can’t be undone.', 'counterfoil' ),
				website.name
			),
			button: __( 'Delete website', 'counterfoil' ),
			onConfirm: () => void removeIt(),
		} );
	return (
		<>
			<DropdownMenu
				icon={ moreVertical }
				label={ sprintf(
					/* translators: %s: name of a website */
					__( 'Actions for %s', 'counterfoil' ),
					website.name
				) }
			>
				{ ( { onClose }: { onClose: () => void } ) => (
					<MenuGroup>
						<MenuItem
							onClick={ () => {
								onClose();
								onEdit();
							} }
						>
							{ __( 'Edit', 'counterfoil' ) }
						</MenuItem>
						{ ! website.is_used && (
							<MenuItem
								isDestructive
								onClick={ () => {
									onClose();
									askRemove();
								} }
							>
								{ __( 'Delete', 'counterfoil' ) }
							</MenuItem>
						) }
					</MenuGroup>
				) }
			</DropdownMenu>
			<Problem error={ remove.error } onDismiss={ remove.clearError } />
			{ dialog }
		</>
	);
}
