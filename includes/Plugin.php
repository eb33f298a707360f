<?php

declare(strict_types=1);

namespace Counterfoil;

use Closure;
use Counterfoil\Access\AccessModule;
use Counterfoil\Activity\ActivityModule;
use Counterfoil\Admin\AdminModule;
use Counterfoil\Bank\BankModule;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Coupons\CouponsModule;
use Counterfoil\Demo\DemoModule;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Emails\EmailsModule;
use Counterfoil\ExchangeRates\ExchangeRatesModule;
use Counterfoil\Gateways\BankTransfer\BankTransferModule;
use Counterfoil\Gateways\Stripe\StripeModule;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Identity\VisitorsModule;
use Counterfoil\Invoices\Attachments\AttachmentsModule;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\Design\DesignModule;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Invoicing\InvoicingModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\Lists\ListsModule;
use Counterfoil\Invoices\Notes\NotesModule;
use Counterfoil\Invoices\Portal\InvoicePagesModule;
use Counterfoil\Invoices\ProFormas\ProFormasModule;
use Counterfoil\Invoices\Recipients\RecipientsModule;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Links\LinksModule;
use Counterfoil\Payments\Mandates\MandatesModule;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\Numbers\ReceiptNumbersModule;
use Counterfoil\Payments\Parts\PartsModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Portal\PayPagesModule;
use Counterfoil\Payments\Receipts\ReceiptsModule;
use Counterfoil\Payments\Received\ReceivedModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Payments\Webhooks\WebhooksModule;
use Counterfoil\Portal\Blocks\BlocksModule;
use Counterfoil\Portal\PortalModule;
use Counterfoil\Portal\PortalPagesModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Privacy\PrivacyModule;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Reminders\LateFees\LateFeesModule;
use Counterfoil\Reminders\RemindersModule;
use Counterfoil\Reports\Accountant\AccountantModule;
use Counterfoil\Reports\ReportsModule;
use Counterfoil\Reports\Statements\StatementsModule;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Journal;
use Counterfoil\Shared\Change\PostBox;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\MovableClock;
use Counterfoil\Shared\Clock\SystemClock;
use Counterfoil\Shared\Contributions;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\KeptAnswers;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Queue;
use Counterfoil\Shared\Rest\Contract;
use Counterfoil\Shared\Rest\Idempotency;
use Counterfoil\Shared\Rest\RequestReader;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Rest\Transport;
use Counterfoil\Shared\Settings;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Silences;
use Counterfoil\Subscriptions\Changes\ChangesModule;
use Counterfoil\Subscriptions\Forecast\ForecastModule;
use Counterfoil\Subscriptions\Mrr\MrrModule;
use Counterfoil\Subscriptions\Notices\NoticesModule;
use Counterfoil\Subscriptions\Portal\SubscriptionPagesModule;
use Counterfoil\Subscriptions\PriceRises\PriceRisesModule;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Requests\RequestsModule;
use Counterfoil\Subscriptions\SubscriptionsModule;
use Counterfoil\Upkeep\UpkeepModule;
use Counterfoil\Websites\WebsitesModule;
use LogicException;
use WP_REST_Request;

/**
 * The table of contents: every module, floor by floor, and what they stand on. A module is made when it is first
 * asked for something. Only modules hold this object; what they make is handed exactly what it needs.
 */
final class Plugin
{
    /** Number of the newest migration; a test holds it against the tables. */
    public const SCHEMA = 2026112780;

    /** It adds hooks of its own, on every request. */
    private const LISTENS = 'always';

    /** It adds hooks of its own where wp-admin is, or its bar above a page of the site. */
    private const LISTENS_IN_ADMIN = 'admin';

    /** It is asked for what it contributes, when that is needed. */
    private const IS_ASKED = 'asked';

    private const MODULES = [
        SharedModule::class => self::LISTENS,
        ActivityModule::class => self::IS_ASKED,
        EmailsModule::class => self::LISTENS,
        PortalsModule::class => self::IS_ASKED,
        BusinessModule::class => self::IS_ASKED,
        ExchangeRatesModule::class => self::IS_ASKED,
        AccessModule::class => self::IS_ASKED,
        ClientsModule::class => self::IS_ASKED,
        ProductsModule::class => self::IS_ASKED,
        IdentityModule::class => self::LISTENS,
        VisitorsModule::class => self::IS_ASKED,
        WebsitesModule::class => self::IS_ASKED,
        CouponsModule::class => self::IS_ASKED,
        DocumentsModule::class => self::IS_ASKED,
        InvoicesModule::class => self::IS_ASKED,
        DraftsModule::class => self::IS_ASKED,
        IssuingModule::class => self::IS_ASKED,
        ListsModule::class => self::IS_ASKED,
        NotesModule::class => self::IS_ASKED,
        DesignModule::class => self::IS_ASKED,
        InvoicingModule::class => self::IS_ASKED,
        RecipientsModule::class => self::IS_ASKED,
        ProFormasModule::class => self::IS_ASKED,
        CreditNotesModule::class => self::IS_ASKED,
        AttachmentsModule::class => self::IS_ASKED,
        InvoicePagesModule::class => self::IS_ASKED,
        LedgerModule::class => self::IS_ASKED,
        PaymentsModule::class => self::IS_ASKED,
        ReceivedModule::class => self::IS_ASKED,
        ReceiptsModule::class => self::IS_ASKED,
        RefundsModule::class => self::IS_ASKED,
        PayPagesModule::class => self::IS_ASKED,
        ReceiptNumbersModule::class => self::IS_ASKED,
        CreditModule::class => self::IS_ASKED,
        PartsModule::class => self::IS_ASKED,
        ReversalsModule::class => self::IS_ASKED,
        MandatesModule::class => self::IS_ASKED,
        MethodsModule::class => self::IS_ASKED,
        LinksModule::class => self::IS_ASKED,
        WebhooksModule::class => self::IS_ASKED,
        StripeModule::class => self::IS_ASKED,
        BankTransferModule::class => self::IS_ASKED,
        BankModule::class => self::IS_ASKED,
        SubscriptionsModule::class => self::IS_ASKED,
        ChangesModule::class => self::IS_ASKED,
        RenewalsModule::class => self::IS_ASKED,
        RequestsModule::class => self::IS_ASKED,
        PriceRisesModule::class => self::IS_ASKED,
        ForecastModule::class => self::IS_ASKED,
        NoticesModule::class => self::IS_ASKED,
        MrrModule::class => self::IS_ASKED,
        SubscriptionPagesModule::class => self::IS_ASKED,
        RemindersModule::class => self::IS_ASKED,
        LateFeesModule::class => self::IS_ASKED,
        ReportsModule::class => self::IS_ASKED,
        StatementsModule::class => self::IS_ASKED,
        AccountantModule::class => self::IS_ASKED,
        UpkeepModule::class => self::LISTENS_IN_ADMIN,
        PrivacyModule::class => self::LISTENS_IN_ADMIN,
        PortalModule::class => self::LISTENS,
        BlocksModule::class => self::IS_ASKED,
        PortalPagesModule::class => self::LISTENS_IN_ADMIN,
        AdminModule::class => self::LISTENS_IN_ADMIN,
        DemoModule::class => self::LISTENS_IN_ADMIN,
    ];

    private static ?self $instance = null;

    /** @var array<class-string<Module>, Module> */
    private array $modules = [];

    /** @var array<class-string, Closure(): object>|null by interface, as far as somebody asked */
    private ?array $provided = null;

    private ?Database $database = null;
    private ?Clock $clock = null;
    private ?Settings $settings = null;
    private ?Queue $queue = null;
    private ?Changes $changes = null;
    private ?Contract $contract = null;
    private ?Routes $routes = null;
    private ?Contributions $contributions = null;
    private bool $has_raw_routes = false;

    public static function boot(): self
    {
        $plugin = self::$instance = new self();
        $plugin->let_listen(self::LISTENS);
        if (is_admin()) {
            $plugin->let_listen(self::LISTENS_IN_ADMIN);
        } else {
            add_action('admin_bar_init', static fn () => $plugin->let_listen(self::LISTENS_IN_ADMIN));
        }
        add_action('plugins_loaded', [$plugin, 'welcome_others'], 20);
        add_filter('rest_pre_dispatch', [$plugin, 'before_route'], 0, 3);

        return $plugin;
    }

    /** Where WordPress did not load the plugin (while it is deleted) it hooks into nothing. */
    public static function instance(): self
    {
        return self::$instance ??= new self();
    }

    /** The demo and the end-to-end tests: a clock that can be moved. Never on a real site. */
    public static function is_demo(): bool
    {
        return defined('COUNTERFOIL_DEMO') && COUNTERFOIL_DEMO === true;
    }

    /**
     * @template T of Module
     * @param class-string<T> $class
     * @return T
     */
    public function module(string $class): Module
    {
        $module = $this->modules[$class] ??= new $class($this);

        return $module instanceof $class ? $module : throw new LogicException("{$class} is no module.");
    }

    /**
     * Every module there is, those of other plugins last.
     *
     * @return list<Module>
     */
    public function modules(): array
    {
        return array_map($this->module(...), [...array_keys(self::MODULES), ...self::others()]);
    }

    /**
     * Those that contribute something of a kind, those of other plugins last.
     *
     * @param string $kind the method of Module, "overview"
     * @return list<Module>
     */
    public function contributing(string $kind): array
    {
        return array_map($this->module(...), [...$this->contributions()->of($kind), ...self::others()]);
    }

    /** @return list<Module> those of other plugins */
    public function modules_of_others(): array
    {
        return array_map($this->module(...), self::others());
    }

    /**
     * What modules contribute by names: asked of the module that has it, of those of other plugins, and of all where it was not found.
     *
     * @template T
     * @param string $kind "provides"
     * @param Closure(list<Module>): T $ask what these have of it; null for nothing
     * @return T
     */
    public function contributed(string $kind, string $name, Closure $ask): mixed
    {
        return $ask(array_map($this->module(...), [...array_filter([$this->contributions()->named($kind, $name)]), ...self::others()]))
            ?? $ask($this->modules());
    }

    /**
     * What a higher noun does for a lower one that owns the interface.
     *
     * @template T of object
     * @param class-string<T> $interface
     * @return T
     */
    public function provided(string $interface): object
    {
        $this->provided[$interface] ??= $this->contributed('provides', $interface, static function (array $modules) use ($interface): ?Closure {
            foreach (array_reverse($modules) as $module) {
                $provides = $module->provides();
                if (isset($provides[$interface])) {
                    return $provides[$interface];
                }
            }

            return null;
        }) ?? throw new LogicException("No module provides {$interface}.");
        $object = $this->provided[$interface]();

        return $object instanceof $interface ? $object : throw new LogicException("No module provides {$interface}.");
    }

    public function database(): Database
    {
        return $this->database ??= new Database($GLOBALS['wpdb'], fn (): bool => $this->module(SharedModule::class)->mend());
    }

    public function clock(): Clock
    {
        return $this->clock ??= self::is_demo() ? new MovableClock((int) get_option(DemoModule::OPTION, '0')) : new SystemClock();
    }

    public function settings(): Settings
    {
        return $this->settings ??= new Settings($this->database());
    }

    public function silences(): Silences
    {
        return new Silences($this->settings(), $this->clock());
    }

    public function kept_answers(): KeptAnswers
    {
        return new KeptAnswers($this->database(), $this->clock());
    }

    public function queue(): Queue
    {
        return $this->queue ??= new Queue($this->database(), $this->clock());
    }

    public function changes(): Changes
    {
        return $this->changes ??= new Changes(
            $this->database(),
            // Most who hold it change nothing.
            fn (): Journal => $this->provided(Journal::class),
            fn (): PostBox => $this->provided(PostBox::class),
            $this->queue(),
            defined('COUNTERFOIL_STRICT') && COUNTERFOIL_STRICT === true,
        );
    }

    public function contract(): Contract
    {
        return $this->contract ??= new Contract(
            dirname(COUNTERFOIL_FILE) . '/build/contract',
            fn (): array => array_merge([], ...array_map(fn (string $class): array => $this->module($class)->operations(), self::others()))
        );
    }

    public function idempotency(): Idempotency
    {
        return new Idempotency($this->database(), $this->clock());
    }

    public function routes(): Routes
    {
        return $this->routes ??= new Routes(
            $this->contract(),
            new RequestReader($this->contract()),
            $this->idempotency(),
            fn (Routes $routes, string $id): mixed => $this->contributed('routes', $id, static function (array $modules) use ($routes, $id): ?bool {
                foreach ($modules as $module) {
                    $module->routes($routes);
                }

                return $routes->is_bound($id) ? true : null;
            }),
            fn (string $gate): ?Closure => $this->contributed('gates', $gate, static fn (array $modules): ?Closure => array_merge(...array_map(static fn (Module $module): array => $module->gates(), $modules))[$gate] ?? null),
        );
    }

    /** Hooked to plugins_loaded. */
    public function welcome_others(): void
    {
        foreach (self::others() as $module) {
            $this->module($module)->hooks();
        }
    }

    /**
     * Hooked to rest_pre_dispatch: our routes are there when somebody asks for one of them, or for a list of all.
     *
     * @param WP_REST_Request<array<string, mixed>> $request
     */
    public function before_route(mixed $result, mixed $server, WP_REST_Request $request): mixed
    {
        $route = $request->get_route();
        $is_ours = stripos($route, '/counterfoil/v1') === 0;
        if ($is_ours || $route === '/' || stripos($route, '/batch/v1') === 0) {
            Transport::register();
            $this->register_routes($route);
        }

        return $is_ours ? Transport::receive($result, $request) : $result;
    }

    private function let_listen(string $when): void
    {
        foreach (array_keys(self::MODULES, $when, true) as $module) {
            $this->module($module)->hooks();
        }
    }

    /** Those that are asked for: there are more than two hundred. What is in nobody's contract is looked for where it is in ours not. */
    private function register_routes(string $route): void
    {
        $is_list = stripos($route, '/' . Routes::NAMESPACE . '/') !== 0;
        if ($is_list) {
            $this->routes()->register_all();
        }
        if (($is_list || ! $this->routes()->register($route)) && ! $this->has_raw_routes) {
            $this->has_raw_routes = true;
            foreach ($this->contributing('raw_routes') as $module) {
                $module->raw_routes();
            }
        }
    }

    private function contributions(): Contributions
    {
        return $this->contributions ??= new Contributions(dirname(COUNTERFOIL_FILE) . '/build/contributions.php', array_keys(self::MODULES));
    }

    /** @return list<class-string<Module>> */
    private static function others(): array
    {
        /**
         * Filters the list of modules. Add your own classes that extend Counterfoil\Shared\Module.
         *
         * @param list<class-string<Module>> $modules
         * @since 0.2.0
         */
        $others = apply_filters('counterfoil_modules', []);

        return array_values(array_filter($others, static fn (string $class): bool => is_subclass_of($class, Module::class)));
    }
}
