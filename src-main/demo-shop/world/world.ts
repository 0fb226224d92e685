import { walkInKey } from '../data/people.ts'
import { mix } from './random.ts'

/** What makes one shop differ from another. The same shape always gives the same orders. */
export interface Shape {
  readonly seed: number
  readonly orders: number
  readonly oldOrders: number
  readonly pending: number
}

/** A shop before anybody has touched it. Nothing in it is stored: every order is computed when asked for. */
export interface World {
  readonly shape: Shape
  readonly startedAt: number
  readonly decideAfterMs: number
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const ayseOrders = 7

/** How many requests of the main customer are waiting from the start. */
export function askedByMain({ orders, pending }: Shape): number {
  return Math.max(0, Math.min(6, Math.floor(pending / 4), Math.floor((orders - 6) / 5)))
}

/** How many waiting orders belong to shoppers that only the staff side sees. */
export function waitingWalkIns(shape: Shape): number {
  return Math.max(0, shape.pending - askedByMain(shape))
}

/**
 * How many walk-in orders with nothing waiting the staff list still shows: the document's own example has one,
 * so a client must not trust the filter.
 */
export function strayWalkIns(shape: Shape): number {
  return Math.ceil(shape.pending / 12)
}

/** How many orders a customer has. */
export function orderCount({ shape }: World, customerKey: number): number {
  if (customerKey === 0) return shape.orders
  if (customerKey === 1) return ayseOrders
  return customerKey === walkInKey ? waitingWalkIns(shape) + strayWalkIns(shape) : 0
}

/** 0 for the newest order. Walk-ins are counted from the newest on, so that more of them change no other. */
export function rankOf(world: World, customerKey: number, index: number): number {
  return customerKey === walkInKey ? index : orderCount(world, customerKey) - 1 - index
}

/** When an order was placed. The higher the rank, the older: lists never need sorting. */
export function placedAt(world: World, customerKey: number, index: number): number {
  const count = Math.max(1, orderCount(world, customerKey))
  const gap = Math.max(60_000, Math.min(40 * hourMs, Math.floor((900 * dayMs) / count)))
  const jitter = mix(world.shape.seed, customerKey, index, 11) % gap
  return world.startedAt - (rankOf(world, customerKey, index) + 1) * gap + Math.floor(jitter * 0.9)
}

/** Order numbers, item ids and the staff side's ids are all computed from one slot number. */
export function slotOf(customerKey: number, index: number): number {
  return index * 4 + customerKey
}

/** The customer and the place among their orders that a slot stands for. */
export function ownerOf(slot: number): { customerKey: number; index: number } {
  return { customerKey: slot % 4, index: Math.floor(slot / 4) }
}

/** Whether a slot holds an order. */
export function hasSlot(world: World, slot: number): boolean {
  if (!Number.isSafeInteger(slot) || slot < 0) return false
  const { customerKey, index } = ownerOf(slot)
  return index < orderCount(world, customerKey)
}

const firstOrderId = 940_000
const firstItemId = 1_800_000
const firstStaffOrderId = 50_000
const firstStaffItemId = 120_000
const itemsPerSlot = 8

export const orderIdOf = (slot: number): number => firstOrderId + slot
export const slotOfOrderId = (id: number): number => id - firstOrderId
export const staffOrderIdOf = (slot: number): number => firstStaffOrderId + slot
export const itemIdOf = (slot: number, line: number): number => firstItemId + slot * itemsPerSlot + line
export const staffItemIdOf = (slot: number, line: number): number => firstStaffItemId + slot * itemsPerSlot + line

/** The slot and the line that an item id stands for, whether or not the shop has them. */
export function placeOfItemId(id: number): { slot: number; line: number } {
  const offset = id - firstItemId
  return { slot: Math.floor(offset / itemsPerSlot), line: offset % itemsPerSlot }
}
