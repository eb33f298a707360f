<?php

declare(strict_types=1);

namespace Counterfoil\Reminders\Rest;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Reminders\ChangeReminders;
use Counterfoil\Reminders\ReminderRepository;
use Counterfoil\Reminders\ScheduleRepository;
use Counterfoil\Reminders\UpdateSchedule;
use Counterfoil\Shared\Rest\Request;

final readonly class RemindersController
{
    public function __construct(
        private ScheduleRepository $schedules,
        private UpdateSchedule $update,
        private ReminderRepository $reminders,
        private ChangeReminders $change,
        private ClientRepository $clients,
    ) {
    }

    /** @return array<string, mixed> */
    public function get(): array
    {
        $schedule = $this->schedules->get();

        return ['is_on' => $schedule->is_on, 'days' => $schedule->days];
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        $this->update->handle($request->body['is_on'], $request->body['days'], $request->viewer->actor);

        return $this->get();
    }

    /** @return array<string, mixed> */
    public function of_client(Request $request): array
    {
        $client = $this->clients->get($request->id(), $request->viewer);

        return ['is_on' => $this->reminders->without([$client->id]) === []];
    }

    /** @return array<string, mixed> */
    public function change(Request $request): array
    {
        $this->change->handle($request->id(), $request->body['is_on'], $request->viewer);

        return $this->of_client($request);
    }
}
