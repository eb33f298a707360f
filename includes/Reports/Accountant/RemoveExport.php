<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use DateTimeImmutable;

/** Takes an export away: while it is being made, afterwards, or once its time is over. Its bytes go in pieces. */
final readonly class RemoveExport
{
    public const JOB = 'accountant.remove';

    public function __construct(private Changes $changes, private ExportRepository $exports, private Clock $clock)
    {
    }

    /** @throws DomainError 404, 409 when it changed meanwhile */
    public function handle(int $id, Actor $by): void
    {
        $this->remove($this->exports->get($id), $by);
    }

    /** What is too old. */
    public function sweep(): void
    {
        foreach ($this->exports->expired() as $export) {
            $this->remove($export, Actor::system());
        }
    }

    /** The worker gave it up. */
    public function failed(int $id): void
    {
        $export = $this->exports->find($id);
        if ($export === null || $export->state !== ExportState::Running) {
            return;
        }
        $this->changes->run(Actor::system(), function (Change $change) use ($export): void {
            $this->exports->move($export->id, ExportState::Running, ExportState::Failed);
            $change->event('accountant_export.failed', [['accountant_export', $export->id]], null, ['from' => $export->from, 'to' => $export->to]);
            /**
             * Fires when an accountant export couldn't be created.
             *
             * @param int $export_id
             * @since 0.2.0
             */
            $change->hook('accountant_export_failed', $export->id);
        });
    }

    /** @return DateTimeImmutable|null when to go on; null when nothing of it is left */
    public function delete(int $id): ?DateTimeImmutable
    {
        for ($round = 0; $round < 20; $round++) {
            if (! $this->exports->delete_some($id)) {
                return null;
            }
        }

        return $this->clock->now();
    }

    private function remove(Export $export, Actor $by): void
    {
        $this->changes->run($by, function (Change $change) use ($export): void {
            if (! $this->exports->move($export->id, $export->state, ExportState::Removed)) {
                throw DomainError::conflict('export_changed', __('The export has just changed. Reload the page and try again.', 'counterfoil'));
            }
            $change->job(self::JOB, $export->id);
            $type = $export->state === ExportState::Running ? 'accountant_export.cancelled' : 'accountant_export.deleted';
            $change->event($type, [['accountant_export', $export->id]], null, ['from' => $export->from, 'to' => $export->to]);
            /**
             * Fires when an accountant export is canceled or deleted, also when it has expired.
             *
             * @param int $export_id
             * @since 0.2.0
             */
            $change->hook('accountant_export_removed', $export->id);
        });
    }
}
