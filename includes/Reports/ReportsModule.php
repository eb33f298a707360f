<?php

declare(strict_types=1);

namespace Counterfoil\Reports;

use Counterfoil\Access\Capability;
use Counterfoil\Access\StaffAccess;
use Counterfoil\Plugin;
use Counterfoil\Reports\Rest\OverviewController;
use Counterfoil\Shared\Module;

final class ReportsModule implements Module
{
    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
        add_action('rest_api_init', function (): void {
            $this->plugin->routes()->add('overview.get', StaffAccess::may(Capability::View), fn (): array => $this->controller()->get());
        });
    }

    private function controller(): OverviewController
    {
        $database = $this->plugin->database;

        return new OverviewController(
            new DueQuery($database),
            new ReceivedQuery($database),
            new SetUpChecklist($database),
            $this->plugin->invoices->invoices(),
            $this->plugin->invoices->row_resource(),
            $this->plugin->activity->timeline(),
            $this->plugin->emails->rows(),
            $this->plugin->brand->portals(),
            $this->plugin->brand->business(),
            $this->plugin->clock,
            $this->plugin->stripe->is_connected(...),
        );
    }
}
