import { useInView } from './use-in-view';

interface Props {
	readonly label: string;
	/** Locations in the app, "/settings/payments". */
	readonly tabs: ReadonlyArray< { readonly id: string; readonly label: string; readonly href: string } >;
	readonly current: string;
}

/** The parts of a screen, each with an address of its own. */
export function PageTabs( { label, tabs, current }: Props ) {
	const row = useInView< HTMLElement >( '[aria-current]', current );
	return (
		<nav ref={ row } className="counterfoil-page-tabs" aria-label={ label }>
			{ tabs.map( ( tab ) => (
				<a
					key={ tab.id }
					href={ `#${ tab.href }` }
					className="counterfoil-page-tabs__tab"
					aria-current={ tab.id === current ? 'page' : undefined }
				>
					{ tab.label }
				</a>
			) ) }
		</nav>
	);
}
