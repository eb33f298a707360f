import type { ReactNode } from 'react';

export interface ActionModalProps< Item > {
	/** What was chosen and is eligible; as it was then. */
	readonly items: readonly Item[];
	readonly onClose: () => void;
}

/**
 * Something that can be done with one thing, or with several: a file of its own, used by a list's rows, its
 * selection and a screen's menu alike. Does it at once (`run`) or asks first (`RenderModal`).
 */
export interface ItemAction< Item > {
	readonly id: string;
	/** The verb; what asks first ends in "…". */
	readonly label: string | ( ( items: readonly Item[] ) => string );
	/** Whether it would be done, for who looks and for what the item is. What would be refused is not offered. */
	readonly isEligible: ( item: Item ) => boolean;
	readonly isDestructive?: boolean;
	/** Several at once too. */
	readonly supportsBulk?: boolean;
	/** Resolves to what to say when it is done. */
	readonly run?: ( items: readonly Item[] ) => Promise< string | undefined > | void;
	readonly RenderModal?: ( props: ActionModalProps< Item > ) => ReactNode;
}

export const labelOf = < Item >( { label }: ItemAction< Item >, items: readonly Item[] ): string =>
	typeof label === 'string' ? label : label( items );

/** Those that can be done with this one, now. */
export const eligible = < Item >( actions: ReadonlyArray< ItemAction< Item > >, item: Item ) =>
	actions.filter( ( { isEligible } ) => isEligible( item ) );
