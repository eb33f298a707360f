<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Closure;
use Counterfoil\Plugin;
use Counterfoil\Shared\Database\Table;
use Counterfoil\Shared\Overview\OverviewPart;
use Counterfoil\Shared\Privacy\PersonalData;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\Routes;
use stdClass;

/**
 * A noun's door: what it contributes to the whole, each part asked for only when it is needed. A module is
 * a small object; what it makes is made when it is first asked for, so that a page that needs nothing of
 * it pays nothing.
 *
 * Adding a noun is one line in Plugin::MODULES (or the filter `counterfoil_modules` for somebody else's).
 */
abstract class Module
{
    final public function __construct(protected readonly Plugin $plugin)
    {
    }

    /** Adds WordPress hooks. Called on every request, for modules that are listed as listening; builds nothing. */
    public function hooks(): void
    {
    }

    /** @return list<class-string<Table>> */
    public function tables(): array
    {
        return [];
    }

    /** Fills new tables and roles; runs after migrations, repeatable. */
    public function install(): void
    {
    }

    /** Takes away what is neither a table nor an option: roles, capabilities. */
    public function uninstall(): void
    {
    }

    /**
     * Operations that src/contract does not know, since they are another plugin's; each as the build writes one of ours
     * (build/contract): method, path, needs, and the JSON Schema (draft-7) of its request. Bound in routes() like all.
     *
     * @return array<string, array{method: string, path: string, needs: string, schema: stdClass, status?: int, outside?: bool, idempotent?: bool}> by id
     */
    public function operations(): array
    {
        return [];
    }

    /** Binds operations of the contract to the code that does them. */
    public function routes(Routes $routes): void
    {
    }

    /** Registers routes of WordPress that are in nobody's contract but a gateway's own: signed bytes, nobody logged in. */
    public function raw_routes(): void
    {
    }

    /**
     * Who may call an operation, by the first part of its `needs` ("staff" of "staff:bill").
     *
     * @return array<string, Closure(string): Viewer> given the rest ("bill"); throws DomainError (401, 403)
     */
    public function gates(): array
    {
        return [];
    }

    /** @return list<Job> */
    public function jobs(): array
    {
        return [];
    }

    /** @return array<string, Closure(): object> an Emails\LetterWriter by its message, "invoice" */
    public function letters(): array
    {
        return [];
    }

    /** @return array<string, Closure> what an event says, by its type, "invoice.voided": Closure(Activity\EventWords): string */
    public function sentences(): array
    {
        return [];
    }

    /** @return array<string, Closure(): object> a Portals\Screen by the word in its address, "invoices" */
    public function screens(): array
    {
        return [];
    }

    /** @return array<string, Closure(): object> a Payments\GatewaySetUp by the gateway's name, as it is written into rows: lower case, at most 20 characters */
    public function gateways(): array
    {
        return [];
    }

    /** @return array<string, Closure(): Finding> what WordPress' Site Health looks at, by a short name: "mail" */
    public function health(): array
    {
        return [];
    }

    /**
     * What it shows on the overview, in its order: of the clients the viewer sees. What ours make of what is in our tables, of the
     * day and of the language is kept until something changes; those of other plugins are asked each time.
     *
     * @return list<Closure(Viewer): list<OverviewPart>>
     */
    public function overview(): array
    {
        return [];
    }

    /** @return list<Closure(Viewer): list<OverviewPart>> what it shows there of anything else (mail that was refused, the hour): asked each time, so it has to be cheap */
    public function overview_now(): array
    {
        return [];
    }

    /** @return list<Closure(): PersonalData> what it knows of persons, for their requests to see or to erase it */
    public function personal_data(): array
    {
        return [];
    }

    /** @return array<string, Closure> WP-CLI commands below `wp counterfoil`, "work" */
    public function commands(): array
    {
        return [];
    }

    /** @return list<string> names of its WordPress options and user meta, for a clean uninstall */
    public function options(): array
    {
        return [];
    }

    /**
     * What it does for nouns that stand below it and own the interface.
     *
     * @return array<class-string, Closure(): object>
     */
    public function provides(): array
    {
        return [];
    }
}
