<?php

declare(strict_types=1);

namespace Counterfoil\Upkeep;

use Counterfoil\Activity\EventWords;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Emails\EmailsModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Shared\Clock\SystemClock;
use Counterfoil\Shared\Finding;
use Counterfoil\Shared\Health;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Overview\Notice;
use Counterfoil\Shared\Overview\Notices;
use Counterfoil\Shared\Overview\Opens;
use Counterfoil\Shared\Overview\OverviewPart;
use Counterfoil\Shared\Queue\Backlog;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Queue\LastRun;
use Counterfoil\Shared\Queue\Standstill;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\SharedModule;

/** Whether all goes on: what every noun's look at itself found, in one place, and who is told when nothing runs. */
final class UpkeepModule extends Module
{
    private const SCREEN = '/settings/status';

    public function hooks(): void
    {
        add_filter('debug_information', $this->add_information(...));
    }

    public function provides(): array
    {
        return [Standstill::class => fn (): Standstill => new TellOfStandstill(
            $this->plugin->changes(),
            $this->plugin->queue(),
            $this->plugin->module(BusinessModule::class)->business(...),
            $this->plugin->module(EmailsModule::class)->send_by_ourselves(...)
        )];
    }

    public function letters(): array
    {
        return [
            TellOfStandstill::LETTER => static fn (): LetterWriter => new StandstillLetter(),
            TellOfFailing::LETTER => static fn (): LetterWriter => new FailingLetter(),
        ];
    }

    public function sentences(): array
    {
        return [
            'work.stood_still' => static fn (EventWords $words): string => __('Scheduled tasks haven’t run for more than a day', 'counterfoil'),
            'work.kept_failing' => static fn (EventWords $words): string => __('Scheduled tasks have kept failing for more than a day', 'counterfoil'),
        ];
    }

    public function jobs(): array
    {
        return [new Job(TellOfFailing::JOB, function (): null {
            (new TellOfFailing($this->plugin->changes(), $this->plugin->clock(), $this->backlog(...), $this->plugin->module(BusinessModule::class)->business(...)))->handle();

            return null;
        }, every: TellOfFailing::EVERY)];
    }

    public function options(): array
    {
        return [TellOfFailing::OPTION];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('status.get', fn (): array => $this->status()->to_wire());
    }

    public function commands(): array
    {
        $status =
            /**
             * Shows whether tasks, emails, payments and webhooks are running, and what to do if not. Exits with 1 if something needs to be fixed now.
             *
             * ## OPTIONS
             *
             * [--format=<format>]
             * : Output format.
             * ---
             * default: table
             * options:
             *   - table
             *   - csv
             *   - json
             *   - yaml
             * ---
             *
             * ## EXAMPLES
             *
             *     wp counterfoil status
             *     wp counterfoil status --format=json
             */
            fn (array $arguments, array $options) => (new StatusCommand($this->status()))->run((string) ($options['format'] ?? 'table'));

        $work =
            /**
             * Runs all due background tasks: emails, payments, PDFs. Can replace WP-Cron.
             *
             * ## EXAMPLES
             *
             *     wp counterfoil work
             */
            function (): void {
                $this->shared()->worker()->run(PHP_INT_MAX >> 30);
                \WP_CLI::success(__('All due tasks are done.', 'counterfoil'));
            };

        return ['status' => $status, 'work' => $work];
    }

    public function health(): array
    {
        return [
            'tables' => fn (): Finding => (new Health($this->shared()->migrator()))->tables(),
            'work' => fn (): Finding => (new Health($this->shared()->migrator()))->work((new SystemClock())->now()->getTimestamp(), $this->backlog(), $this->plugin->clock()->now()->getTimestamp()),
        ];
    }

    /** Also where its mail didn't get out. */
    public function overview_now(): array
    {
        return [fn (): array => $this->standstill()];
    }

    public static function url(): string
    {
        return admin_url('admin.php?page=counterfoil#' . self::SCREEN);
    }

    public function status(): StatusQuery
    {
        return new StatusQuery(fn (): array => array_merge(...array_map(static fn (Module $module): array => $module->health(), $this->plugin->contributing('health'))));
    }

    private function backlog(): Backlog
    {
        return $this->plugin->queue()->backlog($this->shared()->worker()->followed());
    }

    private function shared(): SharedModule
    {
        return $this->plugin->module(SharedModule::class);
    }

    /** @return list<OverviewPart> */
    private function standstill(): array
    {
        if (! LastRun::is_long_ago($this->plugin->clock()->now()->getTimestamp())) {
            return [];
        }
        $looks = $this->status()->findings();

        return array_values(array_map(static fn (Finding $found): Notices => new Notices('work', $found->label, [new Notice($found->readings[0]['label'], $found->readings[0]['value'], $found->text)], __('Open status', 'counterfoil'), new Opens(self::SCREEN)), array_intersect_key($looks, ['work' => true])));
    }

    /**
     * Filter `debug_information`.
     *
     * @param array<string, array<string, mixed>> $information
     * @return array<string, array<string, mixed>>
     */
    private function add_information(array $information): array
    {
        return $information + ['counterfoil' => ['label' => 'Counterfoil', 'fields' => $this->status()->readings()]];
    }
}
