import { registerBlockType } from '@wordpress/blocks';
import type { BlockConfiguration, BlockEditProps } from '@wordpress/blocks';
import type { ComponentType } from 'react';

/** What the server draws is saved nowhere; all else WordPress knows from block.json. */
export function register< Attributes extends Record< string, unknown > >(
	name: string,
	edit: ComponentType< BlockEditProps< Attributes > >
): void {
	const settings: Partial< BlockConfiguration< Attributes > > = { edit, save: () => null };
	registerBlockType< Attributes >( name, settings as Omit< BlockConfiguration< Attributes >, 'name' > );
}
