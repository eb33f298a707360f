/** What the blocks use of a package that ships without types. */
declare module '@wordpress/block-editor' {
	import type { HTMLAttributes, ReactNode } from 'react';

	export function InspectorControls( props: { children: ReactNode } ): ReactNode;
	export function useBlockProps( props?: HTMLAttributes< HTMLElement > ): HTMLAttributes< HTMLElement >;
}
