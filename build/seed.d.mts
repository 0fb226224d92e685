export function drawSeed(env?: NodeJS.ProcessEnv): number
