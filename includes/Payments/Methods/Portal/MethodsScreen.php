<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods\Portal;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Business\Look;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Gateway\GatewaySetUp;
use Counterfoil\Payments\Methods\AddMethod;
use Counterfoil\Payments\Methods\ChooseDefault;
use Counterfoil\Payments\Methods\Consent;
use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Payments\Methods\KeptMethodRepository;
use Counterfoil\Payments\Methods\RemovedWhy;
use Counterfoil\Payments\Methods\RemoveMethod;
use Counterfoil\Payments\Methods\UsesOfMethods;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\Logo;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Routes;

/** What the client has left to be charged with: add, default, remove. Whoever may only look sees the list. */
final readonly class MethodsScreen implements Screen
{
    public const WORD = 'payment-methods';

    /** Seconds the page waits for the gateway, for whoever comes back from their bank. */
    private const SECONDS = 4.0;

    /**
     * @param Closure(): UsesOfMethods $uses
     * @param Closure(): Business $business
     * @param Closure(): Calendar $calendar
     */
    public function __construct(
        private KeptMethodRepository $methods,
        private AddMethod $add,
        private ChooseDefault $choose,
        private RemoveMethod $remove,
        private Consent $consent,
        private GatewayRegistry $gateways,
        private GatewayLine $line,
        private PortalUrls $urls,
        private Logo $logo,
        private Closure $uses,
        private Closure $business,
        private Closure $calendar,
    ) {
    }

    public function needs(): string
    {
        return 'billing.view';
    }

    public function fits(Location $location): bool
    {
        return true;
    }

    public function client_of(Location $location): null
    {
        return null;
    }

    public function shows_money(): bool
    {
        return false;
    }

    public function tab(Reader $reader): null
    {
        return null;
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        if ($location->is_looked_at && $this->comes_back() && $reader->may('billing.manage')) {
            $this->line->within(self::SECONDS, fn () => $this->add->look($reader->client_id));
        }
        [$done, $error] = $reader->may('billing.manage') ? $this->act($reader) : ['', ''];

        return new OpenedScreen(
            __('Payment methods', 'counterfoil'),
            fn (): string => Template::draw(__DIR__ . '/templates/methods.php', $this->view($reader, $done, $error)),
            tab: '-'
        );
    }

    private function view(Reader $reader, string $done, string $error): MethodsView
    {
        $methods = $this->methods->of_client($reader->client_id, $reader->viewer);
        $uses = ($this->uses)()->of($methods);
        $can_change = $reader->may('billing.manage');

        return new MethodsView(
            array_map(fn (KeptMethod $method): array => [
                'id' => $method->id,
                'label' => $method->label,
                'expires' => $this->expires($method),
                'is_expired' => $method->has_expired(($this->calendar)()->today()),
                'is_default' => $method->is_default,
                /* translators: %s: what is paid with it, "Care plan, Hosting" */
                'uses' => ($uses[$method->id] ?? []) === [] ? '' : sprintf(__('Used for %s', 'counterfoil'), implode(', ', $uses[$method->id])),
                'kept_because' => $can_change ? $this->remove->refusal($method, RemovedWhy::Client)?->getMessage() ?? '' : '',
            ], $methods),
            $can_change,
            $this->urls->to($reader->portal, self::WORD),
            wp_create_nonce('wp_rest'),
            $done,
            $error,
            $this->consent->to_add(),
            $can_change && $this->add->is_offered() ? $this->context($reader) : null,
            ($this->business)()->email,
        );
    }

    private function expires(KeptMethod $method): string
    {
        $until = $method->good_until();
        if ($until === null) {
            return '';
        }
        $month = sprintf('%02d/%04d', (int) $method->expiry_month, (int) $method->expiry_year);

        return $method->has_expired(($this->calendar)()->today())
            /* translators: %s: month and year, "12/2027" */
            ? sprintf(__('Expired %s', 'counterfoil'), $month)
            /* translators: %s: month and year, "12/2027" */
            : sprintf(__('Expires %s', 'counterfoil'), $month);
    }

    /** @return array{string, string} what was done, and why it was not, in words */
    private function act(Reader $reader): array
    {
        $nonce = isset($_POST['_wpnonce']) && is_string($_POST['_wpnonce']) ? sanitize_key(wp_unslash($_POST['_wpnonce'])) : '';
        if (! isset($_POST['counterfoil_method'], $_POST['counterfoil_act']) || ! is_string($_POST['counterfoil_method']) || wp_verify_nonce($nonce, 'wp_rest') === false) {
            return ['', ''];
        }
        $id = absint(wp_unslash($_POST['counterfoil_method']));
        try {
            if ($_POST['counterfoil_act'] === 'default') {
                $this->choose->handle($id, $reader->viewer);

                return [__('Default payment method changed.', 'counterfoil'), ''];
            }
            if ($_POST['counterfoil_act'] === 'remove') {
                $this->remove->handle($id, RemovedWhy::Client, $reader->viewer);

                return [__('Payment method removed. It can no longer be charged.', 'counterfoil'), ''];
            }
        } catch (DomainError $error) {
            return ['', $error->getMessage()];
        }

        return ['', ''];
    }

    /** A bank has led back here. */
    private function comes_back(): bool
    {
        // Nothing of it is believed: the gateway is asked.
        return array_intersect_key($_GET, array_flip($this->left())) !== []; // phpcs:ignore WordPress.Security.NonceVerification.Recommended
    }

    /** @return list<string> */
    private function left(): array
    {
        return array_merge(...array_values(array_map(static fn (GatewaySetUp $one): array => $one->leaves_in_address(), $this->gateways->all())));
    }

    /** @return array<string, mixed> */
    private function context(Reader $reader): array
    {
        $business = ($this->business)();
        $url = static function (string $path) use ($reader): string {
            return add_query_arg(PortalSession::ARGUMENT, $reader->client_id, rest_url(Routes::NAMESPACE . $path));
        };

        return [
            'isOpen' => false,
            'isBusy' => false,
            'isReady' => false,
            'error' => '',
            'keeping' => '',
            'addUrl' => $url('/portal/payment-methods'),
            'keptUrl' => $url('/portal/payment-methods/kept'),
            'nonce' => wp_create_nonce('wp_rest'),
            'business' => $business->name,
            'colours' => Look::of($reader->portal, $business, $this->logo, $this->urls)->colours(),
            'left' => $this->left(),
            'words' => [
                'unavailable' => __('The form couldn’t be loaded. Check your connection, turn off ad blockers for this page and reload it.', 'counterfoil'),
                'again' => __('The payment method wasn’t saved. Please try again or use another one.', 'counterfoil'),
                'stale' => __('This page has been open for too long. Please reload it and try again.', 'counterfoil'),
            ],
        ];
    }
}
