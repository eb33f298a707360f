import { Suspense } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ComponentType, ReactNode } from 'react';
import { useParams } from 'wouter';
import { boot } from '../boot';
import { EmptyState } from '../empty-state';
import { Loading } from '../loading';
import { NotFound } from '../not-found';
import { Page } from '../page';
import { PageTabs } from '../page-tabs';
import './settings.scss';

/** One noun's settings. */
export interface SettingsPage {
	/** The last part of its address, "/settings/business". */
	readonly id: string;
	readonly label: () => string;
	readonly Content: ComponentType;
}

interface Props {
	/** In the order of the tabs; the first one opens first. */
	readonly pages: readonly SettingsPage[];
	/** Buttons of every page. */
	readonly actions: ReactNode;
}

/** The frame of all settings: a tab for each noun that has some. */
export function SettingsScreen( { pages, actions }: Props ) {
	const { page = pages[ 0 ]?.id } = useParams< { page?: string } >();
	const current = pages.find( ( { id } ) => id === page );
	if ( ! current ) {
		return <NotFound />;
	}
	const tabs = pages.map( ( { id, label } ) => ( { id, label: label(), href: `/settings/${ id }` } ) );
	return (
		<Page title={ __( 'Settings', 'counterfoil' ) } actions={ actions }>
			<PageTabs label={ __( 'Settings', 'counterfoil' ) } tabs={ tabs } current={ current.id } />
			{ boot().can.settings ? (
				<Suspense fallback={ <Loading /> }>
					<current.Content />
				</Suspense>
			) : (
				<EmptyState
					title={ __( 'You can’t change these settings', 'counterfoil' ) }
					text={ __(
						'Ask a site administrator to change these settings or to give you access.',
						'counterfoil'
					) }
				/>
			) }
		</Page>
	);
}
