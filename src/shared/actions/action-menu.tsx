import { DropdownMenu, MenuGroup, MenuItem } from '@wordpress/components';
import { moreVertical } from '@wordpress/icons';
import { Problem } from '../problem';
import { eligible, type ItemAction, labelOf } from './action';
import { type Actions, useActions } from './use-actions';

interface Props< Item > {
	readonly item: Item;
	readonly actions: ReadonlyArray< ItemAction< Item > >;
	/** Of the button: "Actions for Standard". */
	readonly label: string;
	/** Where the screen starts some of them itself and shows what they say. */
	readonly started?: Actions< Item >;
}

/** Everything that can be done with one thing now; what can't is not there. */
export function ActionMenu< Item >( { item, actions, label, started }: Props< Item > ) {
	const own = useActions< Item >();
	const { start, dialog, error, clearError } = started ?? own;
	const offered = eligible( actions, item );
	if ( offered.length === 0 && ! error && ! dialog ) {
		return null;
	}
	return (
		<>
			{ ! started && <Problem error={ error } onDismiss={ clearError } /> }
			<DropdownMenu icon={ moreVertical } label={ label }>
				{ ( { onClose }: { onClose: () => void } ) => (
					<MenuGroup>
						{ offered.map( ( action ) => (
							<MenuItem
								key={ action.id }
								isDestructive={ action.isDestructive ?? false }
								onClick={ () => {
									onClose();
									start( action, [ item ] );
								} }
							>
								{ labelOf( action, [ item ] ) }
							</MenuItem>
						) ) }
					</MenuGroup>
				) }
			</DropdownMenu>
			{ ! started && dialog }
		</>
	);
}
