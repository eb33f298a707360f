import { DropdownMenu, MenuGroup, MenuItem } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { moreVertical } from '@wordpress/icons';
import type { Product } from '../../../contract/products';
import { useConfirm } from '../../../shared/confirm';
import { navigate } from '../../../shared/location';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';

export function ProductMenu( { product }: { readonly product: Product } ) {
	const archive = useCommand( 'products.archive' );
	const restore = useCommand( 'products.restore' );
	const remove = useCommand( 'products.delete' );
	const { ask, dialog } = useConfirm();
	const request = { params: { id: product.id } };
	const failed = [ archive, restore, remove ].find( ( command ) => command.error );

	const toggle = async () => {
		if ( product.archived_at ) {
			if ( await restore.run( request ) ) {
				toast( __( 'Product restored.', 'counterfoil' ) );
			}
		} else if ( await archive.run( request ) ) {
			toast( __( 'Product archived. Its plans can’t be billed any more.', 'counterfoil' ) );
		}
	};
	const removeIt = async () => {
		navigate( '/products' );
		if ( await remove.run( request ) ) {
			toast( __( 'Product deleted.', 'counterfoil' ) );
		}
	};
	return (
		<>
			{ failed && <Problem error={ failed.error } onDismiss={ failed.clearError } /> }
			<DropdownMenu icon={ moreVertical } label={ __( 'Actions for this product', 'counterfoil' ) }>
				{ ( { onClose }: { onClose: () => void } ) => (
					<MenuGroup>
						<MenuItem
							onClick={ () => {
								onClose();
								void toggle();
							} }
						>
							{ product.archived_at ? __( 'Restore', 'counterfoil' ) : __( 'Archive', 'counterfoil' ) }
						</MenuItem>
						{ ! product.is_used && (
							<MenuItem
								isDestructive
								onClick={ () => {
									onClose();
									ask( {
										text: sprintf(
											/* translators: %s: name of a product */
											__( 'Delete “%s” and its plans? This can’t be undone.', 'counterfoil' ),
											product.name
										),
										button: __( 'Delete product', 'counterfoil' ),
										onConfirm: () => void removeIt(),
									} );
								} }
							>
								{ __( 'Delete', 'counterfoil' ) }
							</MenuItem>
						) }
					</MenuGroup>
				) }
			</DropdownMenu>
			{ dialog }
		</>
	);
}
