<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

/**
 * Which module contributes what, as the build found it (scripts/contributions.php): so that whoever needs one thing of one
 * module loads no other. Where it is not there, or is of other modules, all of them are asked.
 */
final class Contributions
{
    /** @var array{by_kind: array<string, list<class-string<Module>>>, by_name: array<string, array<string, class-string<Module>>>}|null null before it was read */
    private ?array $found = null;

    /** @param list<class-string<Module>> $modules all of our own, in their order */
    public function __construct(private readonly string $file, private readonly array $modules)
    {
    }

    /**
     * @param string $kind the method of Module, "overview"
     * @return list<class-string<Module>> in their order; perhaps some that contribute nothing
     */
    public function of(string $kind): array
    {
        $found = $this->found();

        return $found['by_kind'] === [] ? $this->modules : $found['by_kind'][$kind] ?? [];
    }

    /**
     * @param string $kind "routes", "gates", "provides", "sentences" or "jobs"
     * @param string $name of an operation, a gate, an interface, an event
     * @return class-string<Module>|null the one that has it, as far as the build knows
     */
    public function named(string $kind, string $name): ?string
    {
        return $this->found()['by_name'][$kind][$name] ?? null;
    }

    /** @return array{by_kind: array<string, list<class-string<Module>>>, by_name: array<string, array<string, class-string<Module>>>} */
    private function found(): array
    {
        if ($this->found === null) {
            /** @var array{modules?: list<class-string<Module>>, by_kind: array<string, list<class-string<Module>>>, by_name: array<string, array<string, class-string<Module>>>} $read */
            $read = is_file($this->file) ? require $this->file : [];
            $this->found = ($read['modules'] ?? []) === $this->modules ? $read : ['by_kind' => [], 'by_name' => []];
        }

        return $this->found;
    }
}
