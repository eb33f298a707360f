<?php

/**
 * Finds the libraries that came with Counterfoil. They stand below Counterfoil\Vendor, so that a copy of another
 * plugin is never taken for ours, nor ours for another's. includes/autoload.php asks it.
 *
 * @return object with loadClass(), as Composer's own loader has it
 */

declare(strict_types=1);

return new class (require __DIR__ . '/classes.php') {
    /** @param array<string, string> $files below this folder, by class */
    public function __construct(private readonly array $files)
    {
    }

    public function loadClass(string $class): void
    {
        if (isset($this->files[$class])) {
            require __DIR__ . '/' . $this->files[$class];
        }
    }
};
