<?php

declare(strict_types=1);

namespace Counterfoil;

use Counterfoil\Access\AccessModule;
use Counterfoil\Activity\ActivityModule;
use Counterfoil\Admin\AdminModule;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Demo\DemoModule;
use Counterfoil\Emails\EmailsModule;
use Counterfoil\Gateways\Stripe\StripeModule;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Portal\PortalModule;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Reports\ReportsModule;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\MovableClock;
use Counterfoil\Shared\Clock\SystemClock;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Migrator;
use Counterfoil\Shared\Languages;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Contract;
use Counterfoil\Shared\Rest\Idempotency;
use Counterfoil\Shared\Rest\RequestReader;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Work;
use LogicException;

/**
 * The table of contents: every module, and the few things all of them stand on. Only modules hold
 * this object; what they make is handed exactly what it needs.
 */
final class Plugin
{
    /** Number of the newest migration; a test holds it against the tables. */
    public const SCHEMA = 9;

    private static ?self $instance = null;

    public readonly Database $database;
    public readonly Clock $clock;

    public readonly ActivityModule $activity;
    public readonly BusinessModule $brand;
    public readonly ProductsModule $catalog;
    public readonly ClientsModule $clients;
    public readonly InvoicesModule $invoices;
    public readonly PaymentsModule $payments;
    public readonly StripeModule $stripe;
    public readonly EmailsModule $emails;
    public readonly IdentityModule $identity;
    public readonly PortalModule $portal;
    public readonly ReportsModule $reports;
    public readonly AdminModule $admin;

    private ?Routes $routes = null;

    private function __construct()
    {
        global $wpdb;
        $this->database = new Database($wpdb);
        $this->clock = self::is_demo() ? new MovableClock((int) get_option('counterfoil_demo_clock', '0')) : new SystemClock();
        $this->activity = new ActivityModule($this);
        $this->brand = new BusinessModule($this);
        $this->catalog = new ProductsModule($this);
        $this->clients = new ClientsModule($this);
        $this->invoices = new InvoicesModule($this);
        $this->payments = new PaymentsModule($this);
        $this->stripe = new StripeModule($this);
        $this->emails = new EmailsModule($this);
        $this->identity = new IdentityModule($this);
        $this->portal = new PortalModule($this);
        $this->reports = new ReportsModule($this);
        $this->admin = new AdminModule($this);
    }

    public static function boot(): self
    {
        $plugin = self::$instance = new self();
        register_activation_hook(COUNTERFOIL_FILE, static fn () => $plugin->migrator()->migrate());
        register_deactivation_hook(COUNTERFOIL_FILE, static fn () => Work::unschedule());
        // After an update nothing is activated: the first request brings the tables along.
        add_action('init', static function () use ($plugin): void {
            if ((int) get_option(Migrator::OPTION, '0') < self::SCHEMA) {
                $plugin->migrator()->migrate();
            }
        }, 0);
        add_filter('rest_pre_dispatch', static fn (mixed $result, $server, $request): mixed => $plugin->routes()->mark_broken_text($result, $request), 1, 3);
        add_filter('rest_post_dispatch', static fn ($response, $server, $request) => $plugin->routes()->keep_nowhere($response, $request), 10, 3);
        add_filter('rest_pre_serve_request', static fn (bool $served, $response, $request): bool => $plugin->routes()->close_foreign_origins($served, $request), 20, 3);
        add_filter('rest_pre_serve_request', static fn (bool $served, $response): bool => $plugin->routes()->serve_download($served, $response), 30, 2);
        (new Languages())->register();
        (new Work())->register();
        foreach ($plugin->modules() as $module) {
            $module->register();
        }

        return $plugin;
    }

    public static function instance(): self
    {
        return self::$instance ?? throw new LogicException('The plugin has not been booted.');
    }

    /** The demo and the end-to-end tests: a clock that can be moved. Never on a real site. */
    public static function is_demo(): bool
    {
        return defined('COUNTERFOIL_DEMO') && COUNTERFOIL_DEMO === true;
    }

    public function routes(): Routes
    {
        if ($this->routes === null) {
            $contract = new Contract(dirname(COUNTERFOIL_FILE) . '/build/contract');
            $this->routes = new Routes($contract, new RequestReader($contract), new Idempotency($this->database, $this->clock));
        }

        return $this->routes;
    }

    public function migrator(): Migrator
    {
        return new Migrator(
            $this->database,
            array_merge(...array_map(static fn (string $table): array => $table::migrations(), self::TABLES)),
            [
                static fn () => AccessModule::grant(),
                fn () => $this->brand->fill(),
                fn () => $this->clients->fill(),
                fn () => $this->identity->fill(),
                static fn () => Work::schedule(),
            ]
        );
    }

    /** In the order of their migrations. */
    public const TABLES = [
        Activity\EventsTable::class,
        Portals\PortalsTable::class,
        Products\ProductsTable::class,
        Clients\ClientsTable::class,
        Invoices\InvoicesTable::class,
        Payments\PaymentsTable::class,
        Emails\OutboxTable::class,
        Identity\IdentityTable::class,
        Shared\Rest\IdempotencyTable::class,
    ];

    /** @return list<Module> */
    private function modules(): array
    {
        return [
            $this->activity,
            $this->brand,
            $this->catalog,
            $this->clients,
            $this->invoices,
            $this->payments,
            $this->stripe,
            $this->emails,
            $this->identity,
            $this->portal,
            $this->reports,
            $this->admin,
            ...(self::is_demo() ? [new DemoModule($this)] : []),
        ];
    }
}
